import { ChevronDown } from "lucide";
import { useTranslations } from "next-intl";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { Count } from "./count.tsx";
import { Icon } from "./icon.tsx";

type FilterFaceProps = {
  label: string;
  /** How much is chosen. */
  count: number;
  /** What is chosen: for a line of a column. */
  words?: readonly string[];
};

/** What a filter's button shows: its name and how much is chosen, or else what. */
export function FilterFace({ label, count, words }: FilterFaceProps) {
  const text = useTranslations("ui.filters");
  return (
    <>
      {words && (
        <span className="min-w-0 flex-1">
          <span className="block text-xs text-ink-soft">{label}</span>
          <span className="block truncate">{words.join(text("comma")) || text("any")}</span>
        </span>
      )}
      {!words && (
        <>
          <span className="min-w-0 truncate">{label}</span>
          <Count value={count} label={text("chosen", { count })} />
        </>
      )}
      <Icon icon={ChevronDown} className="size-4 shrink-0 text-ink-soft" />
    </>
  );
}

export function filterStyle(wide = false): string {
  return wide
    ? classNames(controlStyle, "flex items-center gap-3 py-2 text-start hover:bg-sunken")
    : "filter-pill";
}
