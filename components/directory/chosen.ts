import { useTranslations } from "next-intl";
import { type Asked, directoryFilters, isYears } from "#components/navigation/directory-href.ts";
import type { CompanyField } from "#lib/people/details.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import { type FieldDimension, isField } from "#lib/people/field-dimensions.ts";
import { useChoiceLabels } from "./choice-labels.ts";
import { chosenValues, fieldsIn, withValues } from "./chosen-values.ts";
import { useFilterTitles } from "./filter-titles.ts";

/** One thing by which the directory is narrowed; `without` is what is left when it is taken off. */
type Chosen = { key: string; of?: string; label: string; without: Partial<Asked> };

/** All that is chosen beside words and the kind, in the order of the filters; or of these filters alone. */
export function useChosen(
  fields: readonly CompanyField[],
): (asked: Asked, of?: readonly (Dimension | FieldDimension)[]) => Chosen[] {
  const text = useTranslations("people.filters");
  const { nameOf, yearsOf } = useChoiceLabels(fields);
  const titleOf = useFilterTitles(fields);
  return (asked, of) => [
    ...(asked.with && !of ? [{ key: "with", label: text("with"), without: { with: undefined } }] : []),
    ...(of ?? [...directoryFilters, ...fieldsIn(asked)]).flatMap((dimension) => chipsOf(dimension, asked)),
  ];

  function chipsOf(dimension: Dimension | FieldDimension, asked: Asked): Chosen[] {
    const of = titleOf(dimension, true);
    if (!isField(dimension) && isYears(dimension)) {
      const range = asked[dimension];
      return range
        ? [{ key: dimension, of, label: yearsOf(range), without: { [dimension]: undefined } }]
        : [];
    }
    const values = chosenValues(dimension, asked);
    return values.map((value) => ({
      key: `${dimension}:${value}`,
      of,
      label: nameOf(dimension, value),
      without: withValues(
        dimension,
        asked,
        values.filter((one) => one !== value),
      ),
    }));
  }
}

/** Nothing chosen of all that. */
export const nothingChosen = {
  with: undefined,
  department: [],
  joined: undefined,
  left: undefined,
  area: [],
  open: [],
  skill: [],
  employer: [],
  field: [],
} satisfies Partial<Asked>;
