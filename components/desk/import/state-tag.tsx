import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportState } from "#lib/leavers/schema.ts";

/** How an import stands, in its word and the colour of its meaning. */
export function StateTag({ state }: { state: ImportState }) {
  const text = useTranslations("leavers.import.states");
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center rounded-full px-3 text-xs whitespace-nowrap",
        looks[state],
      )}
    >
      {text(state)}
    </span>
  );
}

const looks: Record<ImportState, string> = {
  READING: "bg-waiting-soft text-waiting",
  READY: "bg-careful-soft text-careful",
  APPLYING: "bg-waiting-soft text-waiting",
  DONE: "bg-fine-soft text-fine",
  UNDONE: "bg-sunken text-ink-soft",
  CANCELLED: "bg-sunken text-ink-soft",
  FAILED: "bg-wrong-soft text-wrong",
};
