"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useOutbox, useUnsentLines } from "./chat-outbox.tsx";

/** What was written to a conversation that one may not read any more: its page cannot say that it was not sent, so this does. */
export function LostLines() {
  const text = useTranslations("chat.lost");
  const outbox = useOutbox();
  const unsent = useUnsentLines();
  const [first] = [...unsent].flatMap(([threadId, lines]) =>
    lines.filter(({ refused }) => refused === "not-found").map((line) => ({ threadId, line })),
  );
  if (!first) return null;
  const { threadId, line } = first;
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-30 animate-arrive rounded-card border border-hairline bg-surface p-4 text-sm shadow-float md:right-6 md:bottom-6 md:left-auto md:w-96"
    >
      <p className="font-medium">{text("title")}</p>
      <p className="mt-1 text-ink-soft">{text("text")}</p>
      <blockquote className="mt-3 line-clamp-4 border-s-2 border-hairline ps-3 whitespace-pre-wrap">
        {line.text || text("files", { count: line.files.length })}
      </blockquote>
      <div className="mt-4 flex flex-wrap gap-2">
        {line.text && (
          <Button size="small" onClick={() => void navigator.clipboard.writeText(line.text)}>
            {text("copy")}
          </Button>
        )}
        <Button size="small" onClick={() => outbox.withdraw(threadId, line.clientId)}>
          {text("discard")}
        </Button>
      </div>
    </div>
  );
}
