"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChoice } from "#components/live/use-choice.ts";
import type { Audience } from "#lib/people/audiences.ts";
import { countReach, isWider, type Reach, reachedBy } from "./audiences.ts";
import { saveVisibility } from "./save-visibility.ts";
import { VisibilityChoice } from "./visibility-choice.tsx";

export type VisibilityPickerProps = {
  company: string;
  field: string;
  name: string;
  /** What it is called here; the field's name otherwise. */
  label?: string;
  /** Who sees it now. */
  kept: Audience;
  reach: Reach;
};

/** Who sees one part of one's profile: kept as soon as it is chosen, and, where that shows it to more people, with how many they are. */
export function VisibilityPicker({ company, field, name, label, kept, reach }: VisibilityPickerProps) {
  const text = useTranslations("people.edit.visibility");
  // What was chosen here, and how many people see it who did not before.
  const [chosen, setChosen] = useState<{ audience: Audience; told?: string } | null>(null);
  const { value, saving, choose } = useChoice(kept, (audience: Audience) =>
    saveVisibility(company, { audiences: { [field]: audience } }),
  );
  function tell(audience: Audience): string | undefined {
    const after = reachedBy(field, audience, reach);
    if (!isWider(reachedBy(field, value, reach), after)) return undefined;
    const count = countReach(after, reach);
    return count === null ? undefined : text("reach", { count });
  }
  // "Kept" is no longer true of what another tab has changed since.
  const holds = saving !== "saved" || chosen?.audience === value;
  return (
    <VisibilityChoice
      field={field}
      name={name}
      label={label}
      value={value}
      onChoose={(audience) => {
        setChosen({ audience, told: tell(audience) });
        void choose(audience);
      }}
      reach={reach}
      saving={holds ? saving : "untouched"}
      told={chosen?.told}
    />
  );
}
