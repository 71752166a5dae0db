"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useChoice } from "#components/live/use-choice.ts";
import { audienceIcons } from "#components/person/audience-icons.ts";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import type { Audience } from "#lib/people/audiences.ts";
import { choicesFor, countReach, isRecorded, isWider, type Reach } from "./audiences.ts";
import { saveVisibility } from "./save-visibility.ts";

type VisibilityPickerProps = {
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
  const options = choicesFor(field).map((audience) => {
    const count = countReach(audience, reach);
    return {
      value: audience,
      label: text(`audiences.${audience}`),
      icon: audienceIcons[audience],
      detail: count === null ? undefined : text("people", { count }),
    };
  });
  function tell(audience: Audience): string | undefined {
    if (!isWider(value, audience)) return undefined;
    const count = countReach(audience, reach);
    return count === null ? text("reachHr") : text("reach", { count });
  }
  // "Kept" is no longer true of what another tab has changed since.
  const holds = saving !== "saved" || chosen?.audience === value;
  return (
    <div className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1">
      <p className="min-w-0 text-sm font-medium">{label ?? name}</p>
      <ChoiceMenu
        label={text("label", { field: name })}
        options={options}
        value={value}
        onChoose={(audience) => {
          setChosen({ audience, told: tell(audience) });
          void choose(audience);
        }}
      />
      {(isRecorded(field) || field === "rehire") && (
        <p className="-mt-2 col-span-2 text-xs text-ink-soft">
          {text(field === "rehire" ? "rehire" : "recorded")}
        </p>
      )}
      <div className="col-span-2 justify-self-end has-[p:empty]:absolute">
        <SavedMark saving={holds ? saving : "untouched"} more={chosen?.told} />
      </div>
    </div>
  );
}
