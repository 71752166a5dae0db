import { useTranslations } from "next-intl";
import { type Asked, directoryFilters, isYears } from "#components/navigation/directory-href.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import { useChoiceLabels } from "./choice-labels.ts";

/** One thing by which the directory is narrowed; `without` is what is left when it is taken off. */
type Chosen = { key: string; of?: string; label: string; without: Partial<Asked> };

/** All that is chosen beside words and the kind, in the order of the filters; or of these filters alone. */
export function useChosen(): (asked: Asked, of?: readonly Dimension[]) => Chosen[] {
  const text = useTranslations("people.filters");
  const { nameOf, yearsOf } = useChoiceLabels();
  return (asked, of) => [
    ...(asked.with && !of ? [{ key: "with", label: text("with"), without: { with: undefined } }] : []),
    ...(of ?? directoryFilters).flatMap((dimension) => chosenOf(dimension, asked)),
  ];

  function chosenOf(dimension: Dimension, asked: Asked): Chosen[] {
    const of = text(`short.${dimension}`);
    if (isYears(dimension)) {
      const range = asked[dimension];
      return range
        ? [{ key: dimension, of, label: yearsOf(range), without: { [dimension]: undefined } }]
        : [];
    }
    const values: string[] = asked[dimension];
    return values.map((value) => ({
      key: `${dimension}:${value}`,
      of,
      label: nameOf(dimension, value),
      without: { [dimension]: values.filter((one) => one !== value) },
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
} satisfies Partial<Asked>;
