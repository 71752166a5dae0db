"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { audienceIcons } from "#components/person/audience-icons.ts";
import { Button } from "#components/ui/button.tsx";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import { createEnterReader, isForInputMethod } from "#components/ui/enter-key.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { maxLength } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { FieldChoices } from "./field-choices.tsx";
import { FieldConflict } from "./field-conflict.tsx";
import { InBothLanguages } from "./in-both-languages.tsx";
import { useFieldForm } from "./use-field-form.ts";

type FieldFormProps = {
  /** Left out for a new one. */
  field?: DeskField;
  onEnd: () => void;
};

const kinds = ["TEXT", "CHOICE", "YEAR"] as const;
const audiences = ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"] as const;

/** What is asked, and how. What is typed stays where somebody else was first, and Escape does not take it away; Cancel and a reload do. */
export function FieldForm({ field, onEnd }: FieldFormProps) {
  const text = useTranslations("people.fields");
  const form = useFieldForm(field, onEnd);
  const { said, change, errorOf, theirs, saving } = form;
  const [enter] = useState(createEnterReader);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>("input")?.focus(), []);
  useEffect(() => {
    if (form.errors) ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form.errors]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void form.save();
  }
  function readKey(event: KeyboardEvent<HTMLFormElement>) {
    const { nativeEvent, currentTarget, target, key } = event;
    // Of the menu's too, which stands elsewhere: there it closes the menu alone.
    const isInForm = target instanceof Node && currentTarget.contains(target);
    if (key === "Escape" && isInForm && !form.isChanged && !isForInputMethod(nativeEvent)) onEnd();
    if (key === "Enter" && target instanceof HTMLInputElement && !enter.sends(nativeEvent))
      event.preventDefault();
  }
  return (
    <form
      ref={ref}
      noValidate
      onSubmit={submit}
      onKeyDown={readKey}
      onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
      className="grid gap-6"
    >
      {theirs && <FieldConflict theirs={theirs} onTake={onEnd} onKeep={() => void form.save(theirs)} />}
      <InBothLanguages
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
      <SavedMark saving={saving === "saving" ? "untouched" : saving} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onEnd}>
          {text("cancel")}
        </Button>
        <Button variant="primary" type="submit" pending={saving === "saving"}>
          {text("save")}
        </Button>
      </div>
    </form>
  );
}
