"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { maxPurposeLength, type PurposeTexts } from "#lib/leavers/schema.ts";

type PurposeFieldsProps = {
  /** In each language. */
  examples: Record<"ja" | "en", string>;
  typed: PurposeTexts;
  errors: Record<string, string>;
  onChange: (part: Partial<PurposeTexts>) => void;
};

export const languages = ["ja", "en"] as const;

/** The purpose as it is to be, in one language or both. An example helps to begin. */
export function PurposeFields({ examples, typed, errors, onChange }: PurposeFieldsProps) {
  const text = useTranslations("desk.purpose");
  return languages.map((language) => (
    <div key={language} className="grid gap-2 [&>button]:justify-self-start">
      <Field label={text(language)} error={errorOf(language)}>
        <TextArea
          rows={6}
          lang={language}
          value={typed[language] ?? ""}
          onChange={({ target }) => onChange({ [language]: target.value })}
        />
      </Field>
      {!typed[language] && (
        <Button size="small" variant="quiet" onClick={() => onChange({ [language]: examples[language] })}>
          {text(`insert.${language}`)}
        </Button>
      )}
    </div>
  ));

  function errorOf(language: "ja" | "en"): string | undefined {
    const told = errors[language];
    if (told === undefined) return undefined;
    return told === "tooLong" ? text("tooLong", { max: maxPurposeLength }) : text("required");
  }
}
