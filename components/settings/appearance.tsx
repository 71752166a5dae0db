"use client";

import { useTranslations } from "next-intl";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { ColorScheme } from "#lib/auth/schema.ts";
import { savePreferences } from "./preference.ts";

export function Appearance({ kept, schemes }: { kept: ColorScheme; schemes: readonly ColorScheme[] }) {
  const text = useTranslations("settings.appearance");
  const { value, saving, choose } = useChoice(kept, (colorScheme) => savePreferences({ colorScheme }));
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 *:last:min-h-11">
      <RadioGroup
        label={text("label")}
        name="colorScheme"
        value={value}
        options={schemes.map((scheme) => ({ value: scheme, label: text(scheme) }))}
        onValueChange={choose}
      />
      <SavedMark saving={saving} />
    </div>
  );
}
