"use client";

import { useTranslations } from "next-intl";
import { Conflict } from "#components/drafts/conflict.tsx";
import { DraftedForm } from "#components/drafts/drafted-form.tsx";
import type { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { listDifferences } from "#components/drafts/written-values.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { maxPurposeLength, type PurposeTexts } from "#lib/leavers/schema.ts";

type PurposeFormProps = {
  /** In each language. */
  examples: Record<"ja" | "en", string>;
  written: ReturnType<typeof useDraftedForm<PurposeTexts>>;
  onEnd: () => void;
};

const languages = ["ja", "en"] as const;

/** The purpose as it is to be, in one language or both. An example helps to begin. */
export function PurposeForm({ examples, written, onEnd }: PurposeFormProps) {
  const text = useTranslations("desk.purpose");
  const { form, theirs, saving, errors } = written;
  if (!form) return null;
  const { typed } = form;
  const linesOf = (texts: PurposeTexts) =>
    languages.map((language) => ({ term: text(language), value: texts[language] ?? "" }));

  function end(how: () => void) {
    onEnd();
    how();
  }
  return (
    <DraftedForm
      key={form.begun}
      byHand
      restored={form.restored}
      unkeepable={written.unkeepable}
      errors={errors}
      pending={saving === "saving"}
      holds={typed !== form.before}
      onStartOver={written.startOver}
      onDiscard={() => end(written.discard)}
      onCancel={() => end(written.cancel)}
      onSubmit={() => end(() => void written.save())}
    >
      {theirs && (
        <Conflict
          differences={listDifferences(linesOf(typed), linesOf(theirs))}
          pending={saving === "saving"}
          onKeepMine={() => end(() => void written.save(theirs))}
          onTakeTheirs={() => end(written.discard)}
        />
      )}
      {languages.map((language) => (
        <div key={language} className="grid gap-2 [&>button]:justify-self-start">
          <Field label={text(language)} error={errorOf(language)}>
            <TextArea
              rows={6}
              lang={language}
              value={typed[language] ?? ""}
              onChange={({ target }) => written.change({ [language]: target.value })}
            />
          </Field>
          {!typed[language] && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => written.change({ [language]: examples[language] })}
            >
              {text(`insert.${language}`)}
            </Button>
          )}
        </div>
      ))}
      {typeof saving === "object" && <SavedMark saving={saving} />}
    </DraftedForm>
  );

  function errorOf(language: "ja" | "en"): string | undefined {
    const told = errors[language];
    if (told === undefined) return undefined;
    return told === "tooLong" ? text("tooLong", { max: maxPurposeLength }) : text("required");
  }
}
