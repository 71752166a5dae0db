import { useTranslations } from "next-intl";

/** Above the first line that was not read when the page was opened. */
export function NewDivider() {
  const text = useTranslations("chat.message");
  return (
    <li
      data-new
      className="flex items-center gap-4 text-xs font-medium text-accent-ink before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent"
    >
      {text("newSince")}
    </li>
  );
}
