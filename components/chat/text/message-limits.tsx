import { useTranslations } from "next-intl";
import { maxMentions } from "#lib/chat/policy.ts";
import type { WrittenMessage } from "./written-message.ts";

const nearEnd = 200;

/** How much more fits into a message, once that matters, and how many people too many it names. */
export function MessageLimits({ message: { left, surplus } }: { message: WrittenMessage }) {
  const text = useTranslations("chat.composer");
  return (
    <>
      {left < 0 && <span className="text-wrong tabular-nums">{text("over", { count: -left })}</span>}
      {left >= 0 && left <= nearEnd && <span className="tabular-nums">{text("left", { count: left })}</span>}
      {surplus > 0 && (
        <span role="alert" className="text-wrong">
          {text("tooManyMentions", { max: maxMentions, count: surplus })}
        </span>
      )}
    </>
  );
}
