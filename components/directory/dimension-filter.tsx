"use client";

import { useTranslations } from "next-intl";
import { FilterMenu } from "#components/ui/filter-menu.tsx";
import { latePart } from "#components/ui/use-part.ts";
import type { Dimension } from "#lib/people/schema.ts";
import { useChosen } from "./chosen.ts";
import type { Narrowing } from "./use-narrowing.ts";

const popup = latePart(() => import("./dimension-popup.tsx"));

type DimensionFilterProps = Narrowing & { dimension: Dimension; wide?: boolean };

/** One of the directory's filters. */
export function DimensionFilter({ dimension, wide, ...narrowing }: DimensionFilterProps) {
  const text = useTranslations("people.filters");
  const chosen = useChosen(narrowing.areaName)(narrowing.wanted, [dimension]);
  return (
    <FilterMenu
      label={text(`dimensions.${dimension}`)}
      chosen={chosen.map(({ label }) => label)}
      wide={wide}
      popup={popup}
      props={{ ...narrowing, dimension }}
    />
  );
}
