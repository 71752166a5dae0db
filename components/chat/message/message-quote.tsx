import { useTranslations } from "next-intl";
import { useConversationView } from "#components/chat/conversation/conversation-view.ts";
import type { Quote } from "#lib/chat/schema.ts";
import { QuoteText } from "./quote-text.tsx";

/** Above a reply: what it answers. Pressing it goes there. */
export function MessageQuote({ quote }: { quote: Quote }) {
  const text = useTranslations("chat.message");
  const { goTo } = useConversationView();
  return (
    <button
      type="button"
      onClick={() => goTo(quote.number)}
      className="mb-1.5 block w-full rounded-control py-0.5 hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)]"
    >
      <span className="sr-only">{text("goToQuote")}</span>
      <QuoteText quote={quote} />
    </button>
  );
}
