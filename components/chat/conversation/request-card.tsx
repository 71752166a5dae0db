"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useCommand } from "#components/chat/use-command.ts";
import { yearSpan } from "#components/person/employment.ts";
import { Name } from "#components/person/name.tsx";
import { Person } from "#components/person/person.tsx";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { ChatRequest, Thread } from "#lib/chat/schema.ts";
import { companyHref, personHref } from "#lib/hrefs.ts";

type RequestCardProps = { thread: Thread; request: ChatRequest };

/** Who asks, what for, and the answers to it. */
export function RequestCard({ thread, request: { asker, members } }: RequestCardProps) {
  const text = useTranslations("chat.request");
  const router = useRouter();
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useCommand();
  const isGroup = thread.kind === "GROUP";

  async function answer(accept: boolean) {
    if (
      !(await run(accept ? "accept" : "decline", () =>
        commands.answerRequestAction(slug, { threadId: thread.id, accept }),
      ))
    )
      return;
    if (accept) router.refresh();
    else router.replace(companyHref(slug, "chat"));
  }
  async function block(memberId: string) {
    if (await run("block", () => commands.blockMemberAction(slug, { memberId })))
      router.replace(companyHref(slug, "chat"));
  }
  return (
    <section
      aria-labelledby="chat-request"
      className="rounded-card border border-hairline bg-surface p-4 md:p-6"
    >
      <h2 id="chat-request" className="text-lg font-semibold">
        {title()}
      </h2>
      {isGroup && <p className="mt-1 text-sm text-ink-soft">{text("members", { count: members })}</p>}
      {asker && (
        <div className="relative mt-4 border-y border-hairline py-4">
          <Person
            size="medium"
            person={asker}
            href={personHref(slug, asker.memberId)}
            aside={
              <>
                <span>{asker.department}</span>
                <span>{yearSpan(asker.joinedOn, asker.leftOn)}</span>
              </>
            }
          />
        </div>
      )}
      <p className="mt-4 text-sm text-ink-soft">{text(isGroup ? "quietGroup" : "quiet")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button variant="primary" pending={pending === "accept"} onClick={() => void answer(true)}>
          {text(isGroup ? "join" : "accept")}
        </Button>
        <Button pending={pending === "decline"} onClick={() => void answer(false)}>
          {text("decline")}
        </Button>
        {asker && !isGroup && (
          <Button variant="quiet" pending={pending === "block"} onClick={() => void block(asker.memberId)}>
            {text("block")}
          </Button>
        )}
      </div>
      <InlineError>{error}</InlineError>
    </section>
  );

  function title() {
    const name = thread.givenName ?? "";
    if (isGroup) return name ? text("group", { group: name }) : text("unnamedGroup");
    return asker ? text.rich("direct", { name: () => <Name>{asker.displayName}</Name> }) : text("gone");
  }
}
