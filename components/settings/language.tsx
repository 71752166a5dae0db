"use client";

import { useTranslations } from "next-intl";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { Locale } from "#lib/auth/schema.ts";
import { savePreferences } from "./preference.ts";

export function Language({ kept, locales }: { kept: Locale; locales: readonly Locale[] }) {
  const text = useTranslations("settings.language");
  const name = useTranslations("shell.language");
  const { value, saving, choose } = useChoice(kept, (locale) => savePreferences({ locale }));
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 *:last:min-h-11">
      <RadioGroup
        label={text("label")}
        name="locale"
        value={value}
        options={locales.map((locale) => ({ value: locale, label: name(locale), lang: locale }))}
        onValueChange={choose}
      />
      <SavedMark saving={saving} />
    </div>
  );
}
