"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { keptText } from "#components/chat/state/kept-text.ts";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { deviceStorage } from "#components/live/browser-storage.ts";
import { useLiveEvent } from "#components/live/use-live-event.ts";
import { Button } from "#components/ui/button.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { isBlank } from "#lib/blank.ts";
import { companyHref } from "#lib/hrefs.ts";
import { BackLink } from "./back-link.tsx";

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
      <ErrorPage picture={<MailSlot />} title={text("title")} text={text("text")}>
        {threadId && <LostDraft threadId={threadId} />}
        <LinkButton href={companyHref(company, "chat")} variant="primary">
          {text("action")}
        </LinkButton>
      </ErrorPage>
    </>
  );
}

/** Loads the page again once there is something: Next lets go of what was not found only at another path. */
async function openAgain(): Promise<void> {
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
  if (answer?.ok) location.reload();
}

/** What somebody was writing in a conversation that they can open no more: kept on this device, and theirs to take along. */
function LostDraft({ threadId }: { threadId: string }) {
  const text = useTranslations("chat.lost");
  const { viewerId } = useChatRoom();
  const kept = useMemo(() => keptText(deviceStorage(), viewerId, threadId), [viewerId, threadId]);
  const [draft, setDraft] = useState("");
  useEffect(() => setDraft(kept.draft.read()), [kept]);
  if (isBlank(draft)) return null;
  return (
    <section aria-labelledby="chat-lost-draft" className="mb-6 w-full">
      <h2 id="chat-lost-draft" className="text-sm font-medium">
        {text("draft")}
      </h2>
      <blockquote className="mt-3 line-clamp-6 border-s-2 border-hairline ps-3 text-sm break-words whitespace-pre-wrap">
        {draft}
      </blockquote>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void navigator.clipboard.writeText(draft)}>
          {text("copy")}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            kept.draft.keep("");
            kept.quoted.keep(null);
            setDraft("");
          }}
        >
          {text("discardDraft")}
        </Button>
      </div>
    </section>
  );
}
