"use client";

import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { sendChoice } from "#components/live/sending.ts";
import { useChoice } from "#components/live/use-choice.ts";
import { Switch } from "#components/ui/switch.tsx";

type PreferenceSwitchProps = {
  label: string;
  hint: string;
  kept: boolean;
  save: (on: boolean) => ReturnType<typeof sendChoice>;
};

/** A preference that is on or off. */
export function PreferenceSwitch({ label, hint, kept, save }: PreferenceSwitchProps) {
  const { value, saving, choose } = useChoice(kept, save);
  return (
    <div className="grid gap-2">
      <Switch label={label} hint={hint} checked={value} onCheckedChange={choose} />
      <SavedMark saving={saving} />
    </div>
  );
}
