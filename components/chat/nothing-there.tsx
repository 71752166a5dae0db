"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Standstill } from "#components/errors/standstill.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { LostDraft } from "./threads/lost-draft.tsx";

/** Where the address of a conversation, or a link that lets one in, leads nowhere: why, and the way back to one's conversations. */
export function NothingThere({ what }: { what: "notFound" | "join.notFound" }) {
  const text = useTranslations(`chat.${what}`);
  const { company, threadId } = useParams<{ company: string; threadId?: string }>();
  return (
    <Standstill title={text("title")} text={text("text")}>
      {threadId && <LostDraft threadId={threadId} />}
      <LinkButton href={`/c/${company}/chat`} variant="primary">
        {text("action")}
      </LinkButton>
    </Standstill>
  );
}
