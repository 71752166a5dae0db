"use client";

import { useTranslations } from "next-intl";
import { maxLinks, maxPositions, maxSkills } from "#lib/people/policy.ts";
import { maxLengthOf } from "./written-errors.ts";

const known = [
  "required",
  "tooLong",
  "notKana",
  "notALink",
  "tooMany",
  "outside",
  "order",
  "gone",
  "year",
] as const;

const most: Record<string, number> = { skills: maxSkills, links: maxLinks, positions: maxPositions };

/** What is wrong with a field, in words; undefined where nothing is. */
export function useFieldError(errors: Record<string, string>): (field: string) => string | undefined {
  const text = useTranslations("people.edit.errors");
  return (field) => {
    const told = errors[field];
    if (told === undefined) return undefined;
    const key = known.find((one) => one === told) ?? "invalid";
    return text(key, { max: key === "tooMany" ? (most[field] ?? 0) : (maxLengthOf(field) ?? 0) });
  };
}
