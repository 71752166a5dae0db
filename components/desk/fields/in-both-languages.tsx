import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Words } from "#lib/people/details.ts";

type Language = keyof Words;
type InBothLanguagesProps = {
  words: Words;
  labels: Record<Language, string>;
  hint: string;
  maxLength: number;
  errorOf: (language: Language) => string | undefined;
  optional?: boolean;
  onChange: (words: Words) => void;
};

/** Two inputs for what stands in Japanese, in English, or in both. */
export function InBothLanguages({ words, labels, onChange, errorOf, ...props }: InBothLanguagesProps) {
  const { hint, maxLength, optional } = props;
  return (
    <div className="grid items-start gap-6 sm:grid-cols-2 sm:gap-4">
      {(["ja", "en"] as const).map((language) => (
        <Field
          key={language}
          label={labels[language]}
          hint={hint}
          error={errorOf(language)}
          optional={optional}
        >
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
  );
}
