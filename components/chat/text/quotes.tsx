"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import { Name } from "#components/person/name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { isFolded } from "#lib/chat/folds.ts";
import type { Quote } from "#lib/chat/schema.ts";

/** Above a reply: what it answers. Pressing it goes there. */
export function MessageQuote({ quote }: { quote: Quote }) {
  const text = useTranslations("chat.message");
  const { goTo } = useConversationView();
  return (
    <button
      type="button"
      onClick={() => goTo(quote.number)}
      className="mb-1 block w-full rounded-control py-0.5 hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)]"
    >
      <span className="sr-only">{text("goToQuote")}</span>
      <QuoteText quote={quote} />
    </button>
  );
}

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
        <Icon icon={X} className="size-4.5" />
      </button>
    </div>
  );
}

/** Who is quoted, and the beginning of what they wrote. */
function QuoteText({ quote }: { quote: Quote }) {
  const text = useTranslations("chat.message");
  const { viewerId } = useConversationView();
  const names = useNames();

  function words(): string {
    if (isFolded(quote)) return text("folded", { count: 1 });
    return quote.deleted ? text("deleted") : quote.text || text("files", { count: quote.files });
  }
  return (
    <span className="block min-w-0 border-s-2 border-accent ps-2 text-start text-xs text-ink-soft">
      {!isFolded(quote) && (
        <span className="block truncate font-medium text-ink">
          {quote.authorId === viewerId ? text("you") : <Name>{names.plain(quote.authorId)}</Name>}
        </span>
      )}
      <span className="line-clamp-2">{words()}</span>
    </span>
  );
}
