"use client";

import { useTranslations } from "next-intl";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { Switch } from "#components/ui/switch.tsx";
import { saveVisibility } from "./save-visibility.ts";

/** Whether the directory leaves one out. */
export function ListingSwitch({ company, kept }: { company: string; kept: boolean }) {
  const text = useTranslations("people.edit.visibility");
  const { value, saving, choose } = useChoice(kept, (unlisted) => saveVisibility(company, { unlisted }));
  return (
    <div className="relative grid gap-2">
      <Switch label={text("unlisted")} hint={text("unlistedHint")} checked={value} onCheckedChange={choose} />
      <div className="has-[p:empty]:absolute">
        <SavedMark saving={saving} />
      </div>
    </div>
  );
}
