import { useTranslations } from "next-intl";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { MessageText } from "#components/chat/text/message-text.tsx";
import { MessageQuote } from "#components/chat/text/quotes.tsx";
import { classNames } from "#components/ui/class-names.ts";

type MessageBubbleProps = { line: ShownLine; textId: string };

/** What a message says; nothing where it is files alone. */
export function MessageBubble({ line, textId }: MessageBubbleProps) {
  const text = useTranslations("chat.message");
  const { marked, personOf } = useConversationView();
  const mentioned = line.mentions.flatMap((memberId) => personOf(memberId) ?? []);
  if (line.deleted)
    return (
      <p id={textId} className="w-fit rounded-bubble border border-hairline px-4 py-2 text-sm text-ink-soft">
        {text("deleted")}
      </p>
    );
  if (!line.text && !line.quote) return null;
  return (
    <div
      className={classNames(
        "bubble",
        line.state !== "sent" && "opacity-70",
        marked !== null && marked === line.number && "outline-accent!",
      )}
    >
      {line.quote && <MessageQuote quote={line.quote} />}
      {line.text && (
        <MessageText id={textId} mentioned={mentioned}>
          {line.text}
        </MessageText>
      )}
      {line.editedAt && <span className="block text-xs leading-tight text-ink-soft">{text("edited")}</span>}
    </div>
  );
}
