import { useLocale, useTranslations } from "next-intl";
import { type CompanyField, inLanguage } from "#lib/people/details.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import { type FieldDimension, fieldOf, isField } from "#lib/people/field-dimensions.ts";

/** What a filter is called; `short` where it stands before what is chosen of it. Apart from its choices, since every visit shows it. */
export function useFilterTitles(
  fields: readonly CompanyField[],
): (dimension: Dimension | FieldDimension, short?: boolean) => string {
  const text = useTranslations("people.filters");
  const locale = useLocale();
  return (dimension, short = false) => {
    if (!isField(dimension)) return text(`${short ? "short" : "dimensions"}.${dimension}`);
    const name = fields.find(({ id }) => id === fieldOf(dimension))?.name;
    return name ? inLanguage(name, locale) : text("goneField");
  };
}
