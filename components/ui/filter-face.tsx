import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { Count } from "./count.tsx";

type FilterFaceProps = {
  label: string;
  /** What is chosen, in words. */
  chosen: readonly string[];
  /** The name stands elsewhere, and what is chosen here: for a column of filters. */
  wide?: boolean;
};

/** What a filter's button shows: its name and how much is chosen, or else what. */
export function FilterFace({ label, chosen, wide = false }: FilterFaceProps) {
  const text = useTranslations("ui.filters");
  return (
    <>
      {wide && (
        <span className="min-w-0 flex-1">
          <span className="block text-xs text-ink-soft">{label}</span>
          <span className="block truncate">{chosen.join(text("comma")) || text("any")}</span>
        </span>
      )}
      {!wide && (
        <>
          <span className="min-w-0 truncate">{label}</span>
          <Count value={chosen.length} label={text("chosen", { count: chosen.length })} />
        </>
      )}
      <ChevronDown className="size-4 shrink-0 text-ink-soft" strokeWidth={1.75} aria-hidden="true" />
    </>
  );
}

export function filterStyle(wide = false): string {
  return wide
    ? classNames(controlStyle, "flex items-center gap-3 py-2 text-start hover:bg-sunken")
    : pillStyle;
}

const pillStyle =
  "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-hairline bg-surface px-3 text-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink data-popup-open:bg-sunken aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-ink";
