"use client";

import { FilterMenu } from "#components/ui/filter-menu.tsx";
import { latePart } from "#components/ui/use-part.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import type { FieldDimension } from "#lib/people/field-dimensions.ts";
import { countOf } from "./count-chosen.ts";
import { useFilterTitles } from "./filter-titles.ts";
import type { Narrowing } from "./use-narrowing.ts";

const popup = latePart(() => import("./dimension-popup.tsx"));

type DimensionFilterProps = Narrowing & {
  dimension: Dimension | FieldDimension;
  /** What is chosen, for a line of a column. */
  words?: readonly string[];
};

/** One of the directory's filters. */
export function DimensionFilter({ dimension, words, ...narrowing }: DimensionFilterProps) {
  const titleOf = useFilterTitles(narrowing.fields);
  return (
    <FilterMenu
      label={titleOf(dimension)}
      count={countOf(dimension, narrowing.wanted)}
      words={words}
      popup={popup}
      props={{ ...narrowing, dimension }}
    />
  );
}
