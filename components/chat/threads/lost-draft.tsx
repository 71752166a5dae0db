"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { keptText } from "#components/chat/composer/kept-text.ts";
import { deviceStorage } from "#components/chat/frame/device-storage.ts";
import { Button } from "#components/ui/button.tsx";

/** What somebody was writing in a conversation that they can open no more: kept on this device, and theirs to take along. */
export function LostDraft({ threadId }: { threadId: string }) {
  const text = useTranslations("chat.lost");
  const { viewerId } = useChatRoom();
  const kept = useMemo(() => keptText(deviceStorage(), viewerId, threadId), [viewerId, threadId]);
  const [draft, setDraft] = useState("");
  useEffect(() => setDraft(kept.draft()), [kept]);
  if (!draft.trim()) return null;
  return (
    <section aria-labelledby="chat-lost-draft" className="mb-8 w-full">
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
            kept.keepDraft("");
            kept.keepQuoted(null);
            setDraft("");
          }}
        >
          {text("discardDraft")}
        </Button>
      </div>
    </section>
  );
}
