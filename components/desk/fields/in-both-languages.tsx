import { useId } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Words } from "#lib/people/details.ts";

type Language = keyof Words;
type InBothLanguagesProps = {
  label: string;
  words: Words;
  labels: Record<Language, string>;
  /** Of both, below them. */
  hint: string;
  maxLength: number;
  errorOf: (language: Language) => string | undefined;
  optional?: boolean;
  onChange: (words: Words) => void;
};

/** Two inputs for what stands in Japanese, in English, or in both. */
export function InBothLanguages(props: InBothLanguagesProps) {
  const { label, words, labels, hint, maxLength, errorOf, optional, onChange } = props;
  const id = useId();
  return (
    <fieldset aria-describedby={id} className="grid gap-2">
      <legend className="sr-only">{label}</legend>
      <div className="grid items-start gap-6 sm:grid-cols-2 sm:gap-4">
        {(["ja", "en"] as const).map((language) => (
          <Field key={language} label={labels[language]} error={errorOf(language)} optional={optional}>
            <TextInput
              value={words[language] ?? ""}
              maxLength={maxLength}
              autoComplete="off"
              lang={language}
              onChange={({ target }) => onChange({ ...words, [language]: target.value })}
            />
          </Field>
        ))}
      </div>
      <p id={id} className="text-sm text-ink-soft">
        {hint}
      </p>
    </fieldset>
  );
}
