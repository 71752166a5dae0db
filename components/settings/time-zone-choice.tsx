"use client";

import { useTranslations } from "next-intl";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { Field } from "#components/ui/field.tsx";
import type { TimeZone } from "#lib/i18n/schema.ts";
import { savePreferences } from "./preference.ts";
import { TimeZoneSelect } from "./time-zone-select.tsx";
import type { LoadTimeZones } from "./use-time-zones.ts";

type TimeZoneChoiceProps = {
  kept: string;
  /** Those that are chosen most, and the kept one. */
  near: TimeZone[];
  load: LoadTimeZones;
};

export function TimeZoneChoice({ kept, near, load }: TimeZoneChoiceProps) {
  const text = useTranslations("settings.timeZone");
  const { value, saving, choose } = useChoice(kept, (timeZone) => savePreferences({ timeZone }));
  return (
    <div className="grid gap-2">
      <Field label={text("label")}>
        <TimeZoneSelect near={near} load={load} value={value} onChoose={choose} />
      </Field>
      <SavedMark saving={saving} />
    </div>
  );
}
