"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { QuoteText } from "#components/chat/message/quote-text.tsx";
import type { Quote } from "#lib/chat/schema.ts";

type ReplyStripProps = { quote: Quote; onCancel: () => void };

/** Above the field: what one is about to answer. */
export function ReplyStrip({ quote, onCancel }: ReplyStripProps) {
  const text = useTranslations("chat.composer");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div role="group" aria-label={text("replying")} className="mb-2 flex items-start gap-2 ps-1">
      <div className="min-w-0 flex-1">
        <QuoteText quote={quote} />
      </div>
      <button
        type="button"
        aria-label={text("cancelReply")}
        title={text("cancelReply")}
        onClick={onCancel}
        className="grid size-8 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <X className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
