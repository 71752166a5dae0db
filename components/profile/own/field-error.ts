"use client";

import { useTranslations } from "next-intl";
import { maxLinks, maxSkills } from "#lib/people/policy.ts";
import { maxLengthOf } from "./written-errors.ts";

const known = ["required", "tooLong", "notKana", "notALink", "tooMany"] as const;

/** What is wrong with a field, in words; undefined where nothing is. */
export function useFieldError(errors: Record<string, string>): (field: string) => string | undefined {
  const text = useTranslations("people.edit.errors");
  return (field) => {
    const told = errors[field];
    if (told === undefined) return undefined;
    const key = known.find((one) => one === told) ?? "invalid";
    const most = field === "skills" ? maxSkills : maxLinks;
    return text(key, { max: key === "tooMany" ? most : (maxLengthOf(field) ?? 0) });
  };
}
