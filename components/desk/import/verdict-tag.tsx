import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportRow, Verdict } from "#lib/leavers/schema.ts";

/** What would become of somebody, in its word and the colour of its meaning. */
export function VerdictTag({ row: { verdict } }: { row: Pick<ImportRow, "verdict"> }) {
  const text = useTranslations("leavers.import.verdicts");
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 shrink-0 items-center rounded-full px-3 text-xs whitespace-nowrap",
        looks[verdict],
      )}
    >
      {text(verdict)}
    </span>
  );
}

const looks: Record<Verdict, string> = {
  NEW: "bg-fine-soft text-fine",
  CHANGED: "bg-news-soft text-news",
  UNCHANGED: "bg-sunken text-ink-soft",
  DECIDE: "bg-careful-soft text-careful",
  ERROR: "bg-wrong-soft text-wrong",
};
