import { useTranslations } from "next-intl";
import { maxTextLength } from "#lib/chat/input.ts";

const nearEnd = 200;

/** How much more fits into a message, once that matters. */
export function CharacterCount({ length }: { length: number }) {
  const text = useTranslations("chat.composer");
  const left = maxTextLength - length;
  if (left > nearEnd) return null;
  if (left >= 0) return <span className="tabular-nums">{text("left", { count: left })}</span>;
  return <span className="text-wrong tabular-nums">{text("over", { count: -left })}</span>;
}
