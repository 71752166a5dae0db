"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import { usePreference } from "./preference.ts";
import { SavedMark } from "./saved-mark.tsx";

type Minutes = ChatPreferences["mailAfterMinutes"];
type MailAfterProps = { kept: Minutes; save: (minutes: Minutes) => Promise<ActionResult<void>> };

const choices: readonly Minutes[] = [5, 15, 60, 0];

export function MailAfter({ kept, save }: MailAfterProps) {
  const text = useTranslations("settings.notices");
  const { value, saving, choose } = usePreference(kept, save);
  return (
    <div className="grid gap-2">
      <RadioGroup
        label={text("mailAfter")}
        hint={text("mailAfterHint")}
        name="mailAfterMinutes"
        value={String(value)}
        options={choices.map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? text("never") : text("minutes", { count: minutes }),
        }))}
        onValueChange={(chosen) => choose(choices.find((minutes) => String(minutes) === chosen) ?? kept)}
      />
      <SavedMark saving={saving} />
    </div>
  );
}
