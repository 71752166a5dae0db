import { useLocale, useTranslations } from "next-intl";
import { type CompanyField, inLanguage } from "#lib/people/details.ts";
import type { Dimension, YearRange } from "#lib/people/directory-query.ts";
import { type FieldDimension, fieldOf, isField } from "#lib/people/field-dimensions.ts";
import { prefectureName } from "#lib/people/prefectures.ts";
import type { Purpose } from "#lib/people/schema.ts";

/** What can be chosen, as one reads it: a prefecture by its name, a purpose by its words, what the company offers by its name, all else as it was written. */
export function useChoiceLabels(fields: readonly CompanyField[]) {
  const text = useTranslations("people.filters");
  const purpose = useTranslations("people.purposes");
  const locale = useLocale() === "ja" ? "ja" : "en";
  return { nameOf, yearsOf };

  function nameOf(dimension: Dimension | FieldDimension, value: string): string {
    if (isField(dimension)) {
      const field = fields.find(({ id }) => id === fieldOf(dimension));
      const choice = field?.choices.find(({ id }) => id === value);
      return choice ? inLanguage(choice, locale) : text("goneChoice");
    }
    if (dimension === "area") return prefectureName(value, locale) ?? value;
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
