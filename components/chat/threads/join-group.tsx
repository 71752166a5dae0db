"use client";

import { useTranslations } from "next-intl";
import type { ThreadActions } from "#components/chat/chat-actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { useOpenThread } from "#components/live/use-open-thread.ts";
import { Name } from "#components/person/name.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { maxParticipants } from "#lib/chat/policy.ts";
import type { JoinableGroup } from "#lib/chat/schema.ts";
import { threadHref } from "#lib/hrefs.ts";
import { BackLink } from "./back-link.tsx";

type JoinGroupProps = {
  slug: string;
  group: JoinableGroup;
  token: string;
  join: ThreadActions["joinGroupAction"];
};

/** Where a group's link leads: what it is, and the way in. */
export function JoinGroup({ slug, group, token, join }: JoinGroupProps) {
  const text = useTranslations("chat");
  const refusalText = useRefusalText();
  const { error, submit } = useOpenThread(slug, () => join(slug, { token }));
  const full = !group.joined && (group.members >= maxParticipants || isFull(error));

  function standing(): string {
    if (full) return text("join.full", { max: maxParticipants });
    return text(group.joined ? "join.joined" : "join.text");
  }
  return (
    <>
      <div className="px-2 pt-2 md:hidden">
        <BackLink slug={slug} />
      </div>
      <div className="grid flex-1 place-items-center px-6 pb-16">
        <div className="flex max-w-sm flex-col items-center text-center">
          <Lantern lit />
          <h1 className="palt mt-6 text-xl font-semibold break-words">
            <Name>{group.name ?? text("group.unnamed")}</Name>
          </h1>
          <p className="mt-2 text-sm text-ink-soft">
            {text("group.count", { count: group.members, invited: 0 })}
          </p>
          <p className="mt-4 text-sm text-ink-soft">{standing()}</p>
          <div className="mt-6">
            {full ? null : group.joined ? (
              <LinkButton href={threadHref(slug, group.id)} variant="primary">
                {text("join.open")}
              </LinkButton>
            ) : (
              <form action={submit}>
                <SubmitButton>{text("join.join")}</SubmitButton>
              </form>
            )}
            <InlineError>{error && !full ? refusalText(error) : null}</InlineError>
          </div>
        </div>
      </div>
    </>
  );
}

// Those who were asked have their places, and are not counted among the members.
function isFull(error: ReturnType<typeof useOpenThread>["error"]): boolean {
  return error?.code === "invalid" && error.fields.token === "chat-full";
}
