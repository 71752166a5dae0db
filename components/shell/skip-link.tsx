import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the frame, to the page. */
export function SkipLink() {
  const text = useTranslations("shell");
  return (
    <a
      href="#main"
      className="sr-only z-40 rounded-control bg-ink px-4 py-2 text-sm text-paper focus:not-sr-only focus:fixed focus:top-[calc(var(--top)+0.75rem)] focus:left-3"
    >
      {text("skip")}
    </a>
  );
}
