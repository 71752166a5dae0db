"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { SaidField } from "#lib/people/field-input.ts";
import { maxLength } from "#lib/people/policy.ts";

type Choice = SaidField["choices"][number];
type ChoiceLineProps = {
  number: number;
  choice: Choice;
  errorOf: (language: "ja" | "en") => string | undefined;
  onWrite: (choice: Choice) => void;
  /** Left out where one has to stay. */
  onRemove: (() => void) | undefined;
};

/** One of those that may be chosen, in both languages. */
export function ChoiceLine({ number, choice, errorOf, onWrite, onRemove }: ChoiceLineProps) {
  const text = useTranslations("people.fields");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      {(["ja", "en"] as const).map((language) => (
        <div key={language} className="max-sm:col-start-1">
          <Field
            label={text(language === "ja" ? "choiceJa" : "choiceEn", { number })}
            error={errorOf(language)}
          >
            <TextInput
              value={choice[language] ?? ""}
              maxLength={maxLength.fieldChoice}
              autoComplete="off"
              lang={language}
              onChange={({ target }) => onWrite({ ...choice, [language]: target.value })}
            />
          </Field>
        </div>
      ))}
      <div className="mt-[calc(1lh+0.5rem)] text-sm max-sm:col-start-2 max-sm:row-start-1">
        <IconButton label={text("removeChoice", { number })} aria-disabled={!onRemove} onClick={onRemove}>
          <Icon icon={X} className="size-5" />
        </IconButton>
      </div>
    </li>
  );
}
