"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Saving } from "#components/live/use-choice.ts";
import { audienceIcons } from "#components/person/audience-icons.ts";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import { type Audience, isRecordedField } from "#lib/people/audiences.ts";
import { choicesFor, countReach, type Reach, reachedBy } from "./audiences.ts";

const LimitNote = lateComponent(async () => (await import("./limit-note.tsx")).LimitNote);

type VisibilityChoiceProps = {
  field: string;
  name: string;
  /** What it is called here; the field's name otherwise. */
  label?: string;
  value: Audience;
  onChoose: (audience: Audience) => void;
  reach: Reach;
  saving: Saving;
  /** What comes of the choice that was kept. */
  told?: string;
  /** More about what is chosen. */
  children?: ReactNode;
};

/** Who sees one part of one's profile, to be chosen. */
export function VisibilityChoice(props: VisibilityChoiceProps) {
  const { field, name, label, value, onChoose, reach, saving, told, children } = props;
  const text = useTranslations("people.edit.visibility");
  const limit = reach.limits.of[field] ?? "EVERYONE";
  const options = choicesFor(field).map((audience) => {
    const reached = reachedBy(field, audience, reach);
    const count = countReach(audience, reach);
    return {
      value: audience,
      label: text(`audiences.${audience}`),
      icon: audienceIcons[audience],
      detail:
        reached !== audience
          ? text("asIf", { audience: text(`audiences.${reached}`) })
          : count === null
            ? undefined
            : text("people", { count }),
    };
  });
  return (
    <div className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1">
      <p className="min-w-0 text-sm font-medium">{label ?? name}</p>
      <ChoiceMenu
        label={text("label", { field: name })}
        options={options}
        value={value}
        onChoose={onChoose}
      />
      {(isRecordedField(field) || field === "rehire") && (
        <p className="-mt-2 col-span-2 text-xs text-ink-soft">
          {text(field === "rehire" ? "rehire" : "recorded")}
        </p>
      )}
      {limit !== "EVERYONE" && (
        <Suspense>
          <LimitNote
            field={field}
            limit={limit}
            company={reach.limits.company}
            contact={value === "CONTACT"}
          />
        </Suspense>
      )}
      {children}
      <div className="col-span-2 justify-self-end has-[p:empty]:absolute">
        <SavedMark saving={saving} more={told} />
      </div>
    </div>
  );
}
