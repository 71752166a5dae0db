"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Standstill } from "#components/errors/standstill.tsx";
import { useLiveEvent } from "#components/live/use-live-event.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { BackLink } from "./threads/back-link.tsx";
import { LostDraft } from "./threads/lost-draft.tsx";

/** Where the address of a conversation, or a link that lets one in, leads nowhere: why, and the way back to one's conversations. */
export function NothingThere({ what }: { what: "notFound" | "join.notFound" }) {
  const text = useTranslations(`chat.${what}`);
  const { company, threadId } = useParams<{ company: string; threadId?: string }>();
  useLiveEvent("threads:changed", () => void openAgain());
  return (
    <>
      <div className="px-2 pt-2 md:hidden">
        <BackLink slug={company} />
      </div>
      <Standstill title={text("title")} text={text("text")}>
        {threadId && <LostDraft threadId={threadId} />}
        <LinkButton href={`/c/${company}/chat`} variant="primary">
          {text("action")}
        </LinkButton>
      </Standstill>
    </>
  );
}

/** Loads the page anew once there is something: Next lets go of what was not found only at another path. */
async function openAgain(): Promise<void> {
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
  if (answer?.ok) location.reload();
}
