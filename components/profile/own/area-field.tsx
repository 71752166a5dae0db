"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { SuggestInput } from "#components/ui/suggest-input.tsx";
import type { Sections } from "#lib/people/input.ts";
import { prefectures } from "#lib/people/prefectures.ts";
import type { Typing } from "./editable-section.tsx";

/** One of the prefectures in the reader's language, found by either of its names, or any other words. */
export function AreaField({ values, change, errorOf }: Typing<Sections["area"]>) {
  const text = useTranslations("people.edit");
  const isJapanese = useLocale() === "ja";
  return (
    <Field label={text("fields.area")} hint={text("areaHint")} error={errorOf("area")} optional>
      <SuggestInput
        label={text("fields.area")}
        suggestions={inOrder.map(([ja, en]) =>
          isJapanese ? { label: ja, keywords: en } : { label: en, keywords: ja },
        )}
        value={values.area ?? ""}
        onText={(area) => change({ area })}
      />
    </Field>
  );
}

// Keys that are numbers come first in an object.
const inOrder = Object.entries(prefectures)
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([, names]) => names);
