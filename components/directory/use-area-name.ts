"use client";

import { useLocale } from "next-intl";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { AreaName } from "./choice-labels.ts";

const names = latePart(() => import("#lib/people/prefectures.ts"));

/** Names of prefectures: of those that the page was asked for from the server (`known`), of all others once they have come. */
export function useAreaName(known: Readonly<Record<string, string>>): AreaName {
  const locale = useLocale() === "ja" ? "ja" : "en";
  const part = usePart(names, false);
  return (value) => known[value] ?? part?.prefectureName(value, locale) ?? null;
}
