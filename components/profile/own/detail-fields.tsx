"use client";

import { useLocale, useTranslations } from "next-intl";
import { controlStyle } from "#components/ui/control-style.ts";
import { Field } from "#components/ui/field.tsx";
import { useFieldControl } from "#components/ui/field-context.ts";
import { type CompanyField, inLanguage } from "#lib/people/details.ts";
import type { Sections } from "#lib/people/input.ts";
import type { Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { WrittenField } from "./written-field.tsx";

/** A line, a year, or one of the company's choices for each of its fields. */
export function DetailFields({ values: { details }, change, errorOf }: Typing<Sections["details"]>) {
  const text = useTranslations("people.edit");
  const locale = useLocale();
  return useOwn().profile.fields.map((field) => {
    const { id, kind } = field;
    const hint = inLanguage(field.hint, locale) || undefined;
    const label = inLanguage(field.name, locale);
    const answer = details[id] ?? null;
    const write = (words: string) => change({ details: { ...details, [id]: words || null } });
    const error = errorOf(`details.${id}`);
    if (kind === "CHOICE")
      return (
        <Field key={id} label={label} hint={hint} error={error} optional>
          <ChoiceSelect field={field} answer={answer} onChoose={write} />
        </Field>
      );
    return (
      <WrittenField
        key={id}
        label={label}
        name={`details.${id}`}
        value={answer}
        onText={write}
        hint={hint ?? (kind === "YEAR" ? text("hints.year") : undefined)}
        error={error}
        inputMode={kind === "YEAR" ? "numeric" : undefined}
        autoComplete="off"
        optional
      />
    );
  });
}

type ChoiceSelectProps = { field: CompanyField; answer: string | null; onChoose: (id: string) => void };

function ChoiceSelect({ field: { choices }, answer, onChoose }: ChoiceSelectProps) {
  const text = useTranslations("people.edit");
  const locale = useLocale();
  return (
    <select
      {...useFieldControl()}
      value={choices.some(({ id }) => id === answer) ? (answer ?? "") : ""}
      onChange={(event) => onChoose(event.target.value)}
      className={controlStyle}
    >
      <option value="">{text("noChoice")}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {inLanguage(choice, locale)}
        </option>
      ))}
    </select>
  );
}
