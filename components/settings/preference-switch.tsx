"use client";

import { Switch } from "#components/ui/switch.tsx";
import { usePreference } from "./preference.ts";
import { SavedMark } from "./saved-mark.tsx";
import type { sendChoice } from "./sending.ts";

type PreferenceSwitchProps = {
  label: string;
  hint: string;
  kept: boolean;
  save: (on: boolean) => ReturnType<typeof sendChoice>;
};

/** A preference that is on or off. */
export function PreferenceSwitch({ label, hint, kept, save }: PreferenceSwitchProps) {
  const { value, saving, choose } = usePreference(kept, save);
  return (
    <div className="grid gap-2">
      <Switch label={label} hint={hint} checked={value} onCheckedChange={choose} />
      <SavedMark saving={saving} />
    </div>
  );
}
