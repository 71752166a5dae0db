"use client";

import { useTranslations } from "next-intl";
import { DraftedForm } from "#components/drafts/drafted-form.tsx";
import { isSame } from "#components/drafts/same-values.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { audienceIcons } from "#components/person/audience-icons.ts";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { maxLength } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { FieldChoices } from "./field-choices.tsx";
import { FieldConflict } from "./field-conflict.tsx";
import { InBothLanguages } from "./in-both-languages.tsx";
import type { useFieldForm } from "./use-field-form.ts";

type FieldFormProps = {
  /** Left out for a new one. */
  field?: DeskField;
  written: ReturnType<typeof useFieldForm>;
  /** One has opened it, and goes on in its first field. */
  byHand: boolean;
  onEnd: () => void;
};

const kinds = ["TEXT", "CHOICE", "YEAR"] as const;
const audiences = ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"] as const;

/** What is asked, and how. What is typed stays where somebody else was first; Escape leaves it alone, and Cancel keeps it on the device. */
export function FieldForm({ field, written, byHand, onEnd }: FieldFormProps) {
  const text = useTranslations("people.fields");
  const { form, change, errorOf, theirs, saving } = written;
  if (!form) return null;
  const said = form.typed;

  function end(how: () => void) {
    onEnd();
    how();
  }
  return (
    <DraftedForm
      key={form.begun}
      byHand={byHand}
      restored={form.restored}
      unkeepable={written.unkeepable}
      errors={written.errors}
      pending={saving === "saving"}
      holds={!isSame(form.before, said)}
      onStartOver={written.startOver}
      onDiscard={() => end(written.discard)}
      onCancel={() => end(written.cancel)}
      onSubmit={() => end(() => void written.save())}
    >
      {theirs && (
        <FieldConflict
          theirs={theirs}
          onTake={() => end(written.discard)}
          onKeep={() => end(() => void written.save(theirs))}
        />
      )}
      <InBothLanguages
        label={text("name")}
        words={said.name}
        labels={{ ja: text("nameJa"), en: text("nameEn") }}
        hint={text("nameHint")}
        maxLength={maxLength.fieldName}
        errorOf={(language) => errorOf(`name.${language}`)}
        onChange={(name) => change({ name })}
      />
      {!field && (
        <RadioGroup
          label={text("kind")}
          hint={text("kindHint")}
          name="kind"
          options={kinds.map((kind) => ({ value: kind, label: text(`kinds.${kind}`) }))}
          value={said.kind}
          onValueChange={(kind) => change({ kind })}
        />
      )}
      {said.kind === "CHOICE" && (
        <FieldChoices
          field={field}
          choices={said.choices}
          errorOf={errorOf}
          onChange={(choices) => change({ choices })}
        />
      )}
      <InBothLanguages
        label={text("hint")}
        words={said.hint}
        labels={{ ja: text("hintJa"), en: text("hintEn") }}
        hint={text("hintHint")}
        maxLength={maxLength.fieldHint}
        errorOf={(language) => errorOf(`hint.${language}`)}
        optional
        onChange={(hint) => change({ hint })}
      />
      <div className="grid justify-items-start gap-2">
        <p className="text-sm font-medium">{text("audience")}</p>
        <p className="text-sm text-ink-soft">{text("audienceHint")}</p>
        <ChoiceMenu
          label={text("audience")}
          options={audiences.map((audience) => ({
            value: audience,
            label: text(`audiences.${audience}`),
            icon: audienceIcons[audience],
          }))}
          value={said.audience}
          onChoose={(audience) => change({ audience })}
        />
      </div>
      {typeof saving === "object" && !(field && saving.code === "not-found") && <SavedMark saving={saving} />}
    </DraftedForm>
  );
}
