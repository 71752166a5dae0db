"use client";

import { useTranslations } from "next-intl";
import { DraftedForm } from "#components/drafts/drafted-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { MonthYear } from "#components/ui/month-year.tsx";
import type { CorrectableField } from "#lib/people/schema.ts";
import { isMonthField, type useCorrection } from "./use-correction.ts";
import { WrittenField } from "./written-field.tsx";

type CorrectionFormProps = {
  field: CorrectableField;
  name: string;
  byHand: boolean;
  correction: ReturnType<typeof useCorrection>;
};

const known = ["same", "order", "future", "required", "tooLong"] as const;

/** What HR should record instead, and why. */
export function CorrectionForm({ field, name, byHand, correction }: CorrectionFormProps) {
  const text = useTranslations("people.edit.correct");
  const { form, errors, saving, change } = correction;
  if (!form) return null;
  const { proposed, note } = form.typed;

  function errorOf(path: string): string | undefined {
    const told = errors[path];
    return told === undefined ? undefined : text(`errors.${known.find((one) => one === told) ?? "required"}`);
  }
  return (
    <div className="rounded-card border border-line p-4">
      <DraftedForm
        key={form.begun}
        byHand={byHand}
        restored={form.restored}
        unkeepable={correction.unkeepable}
        errors={errors}
        pending={saving === "saving"}
        submit={text("send")}
        onStartOver={correction.startOver}
        onDiscard={correction.discard}
        onCancel={correction.cancel}
        onSubmit={() => void correction.save()}
      >
        {isMonthField(field) ? (
          <Field label={text("right", { field: name })} error={errorOf("proposed")}>
            <MonthYear defaultValue={proposed ?? ""} onChange={(month) => change({ proposed: month })} />
          </Field>
        ) : (
          <WrittenField
            label={text("right", { field: name })}
            name={field === "TITLE" ? "title" : "department"}
            value={proposed}
            onText={(words) => change({ proposed: words })}
            error={errorOf("proposed")}
            optional={field === "TITLE"}
            autoComplete="off"
          />
        )}
        <WrittenField
          label={text("why")}
          hint={text("whyHint")}
          name="note"
          value={note}
          onText={(words) => change({ note: words })}
          error={errorOf("note")}
          autoComplete="off"
        />
      </DraftedForm>
    </div>
  );
}
