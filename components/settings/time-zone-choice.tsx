"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { savePreferences, usePreference } from "./preference.ts";
import { SavedMark } from "./saved-mark.tsx";
import { TimeZoneSelect } from "./time-zone-select.tsx";
import type { TimeZoneGroup } from "./time-zones.ts";

type TimeZoneChoiceProps = { kept: string; groups: readonly TimeZoneGroup[] };

export function TimeZoneChoice({ kept, groups }: TimeZoneChoiceProps) {
  const text = useTranslations("settings.timeZone");
  const { value, saving, choose } = usePreference(kept, (timeZone) => savePreferences({ timeZone }));
  return (
    <div className="grid gap-2">
      <Field label={text("label")}>
        <TimeZoneSelect groups={groups} value={value} onChoose={choose} />
      </Field>
      <SavedMark saving={saving} />
    </div>
  );
}
