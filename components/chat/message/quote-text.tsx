import { useTranslations } from "next-intl";
import { useConversationView } from "#components/chat/conversation/conversation-view.ts";
import { useNames } from "#components/chat/conversation/use-names.ts";
import { Name } from "#components/person/name.tsx";
import type { Quote } from "#lib/chat/schema.ts";

/** Who is quoted, and the beginning of what they wrote. */
export function QuoteText({ quote }: { quote: Quote }) {
  const text = useTranslations("chat.message");
  const { viewerId } = useConversationView();
  const names = useNames();
  return (
    <span className="block min-w-0 border-s-2 border-accent ps-2.5 text-start text-xs text-ink-soft">
      <span className="block truncate font-medium text-ink">
        {quote.authorId === viewerId ? text("you") : <Name>{names.plain(quote.authorId)}</Name>}
      </span>
      <span className="line-clamp-2">
        {quote.deleted ? text("deleted") : quote.text || text("files", { count: quote.files })}
      </span>
    </span>
  );
}
