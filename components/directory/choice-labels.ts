import { useTranslations } from "next-intl";
import type { Dimension, Purpose, YearRange } from "#lib/people/schema.ts";

/** The name of a prefecture, by its code; null for other words. */
export type AreaName = (value: string) => string | null;

/** What can be chosen, as one reads it: a prefecture by its name, a purpose by its words, all else as it was written. */
export function useChoiceLabels(areaName: AreaName) {
  const text = useTranslations("people.filters");
  const purpose = useTranslations("people.purposes");
  return { nameOf, yearsOf };

  function nameOf(dimension: Dimension, value: string): string {
    if (dimension === "area") return areaName(value) ?? value;
    if (dimension === "open" && isPurpose(value)) return purpose(value);
    return value;
  }
  function yearsOf({ from, until }: YearRange): string {
    if (from === until) return text("year", { year: String(from) });
    return text("years", { from: String(from), until: String(until) });
  }
}

const purposes = {
  REHIRE: true,
  CONTRACT_WORK: true,
  MENTORING: true,
  COLLABORATION: true,
  PARTNERSHIP: true,
  REFERRAL: true,
  KEEP_IN_TOUCH: true,
} satisfies Record<Purpose, true>;

function isPurpose(value: string): value is Purpose {
  return Object.hasOwn(purposes, value);
}
