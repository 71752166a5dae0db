"use client";

import { Plus } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field-notes.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { SaidField } from "#lib/people/field-input.ts";
import { maxFieldChoices } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { ChoiceLine } from "./choice-line.tsx";
import { RemovedChoices } from "./removed-choices.tsx";

type Choices = SaidField["choices"];
type FieldChoicesProps = {
  field: DeskField | undefined;
  choices: Choices;
  errorOf: (path: string) => string | undefined;
  onChange: (choices: Choices) => void;
};

const empty = { id: null, ja: null, en: null };

/** What one may choose, in both languages. Who takes one away reads whose answers go with it. */
export function FieldChoices({ field, choices, errorOf, onChange }: FieldChoicesProps) {
  const text = useTranslations("people.fields");
  const id = useId();
  const error = errorOf("choices");
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState(0);
  const shown = choices.length > 0 ? choices : [empty, empty];
  useEffect(() => {
    if (added > 0) list.current?.lastElementChild?.querySelector("input")?.focus();
  }, [added]);
  function remove(index: number) {
    onChange(shown.toSpliced(index, 1));
    // The last line goes, and its button with it.
    if (index === shown.length - 1) list.current?.focus();
  }
  return (
    <fieldset
      tabIndex={-1}
      aria-invalid={error ? true : undefined}
      aria-describedby={error && id}
      className="grid gap-3 outline-none"
    >
      <legend className="mb-2 text-sm font-medium">{text("choices")}</legend>
      <ul ref={list} tabIndex={-1} className="grid gap-4 outline-none">
        {shown.map((choice, index) => (
          <ChoiceLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a new one has no id, and what is typed in it changes.
            key={index}
            number={index + 1}
            choice={choice}
            errorOf={(language) => errorOf(`choices.${index}.${language}`)}
            onWrite={(written) => onChange(shown.with(index, written))}
            onRemove={shown.length > 2 ? () => remove(index) : undefined}
          />
        ))}
      </ul>
      {error && <FieldError id={id}>{error}</FieldError>}
      {field && <RemovedChoices field={field} choices={choices} />}
      {shown.length < maxFieldChoices && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => {
            onChange([...shown, empty]);
            setAdded((count) => count + 1);
          }}
        >
          <Icon icon={Plus} className="size-4" />
          {text("addChoice")}
        </Button>
      )}
    </fieldset>
  );
}
