import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Saving } from "#components/live/use-choice.ts";
import { inLanguage, saidOf } from "#lib/people/details.ts";
import type { SaidField } from "#lib/people/field-input.ts";
import { maxFieldChoices, maxFields, maxLength } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { useDesk } from "./desk-context.ts";

const nothing: SaidField = {
  kind: "TEXT",
  name: { ja: null, en: null },
  hint: { ja: null, en: null },
  audience: "NOBODY",
  choices: [],
};
const known = ["required", "tooLong", "tooFew", "tooMany", "twice"] as const;

/** What is written of a field, over what stood there as one began. `theirs`: what somebody else has written meanwhile. */
export function useFieldForm(field: DeskField | undefined, onEnd: () => void) {
  const text = useTranslations("people.fields.errors");
  const locale = useLocale();
  const { ask, addFieldAction, writeFieldAction, onGone } = useDesk();
  const [before] = useState<SaidField>(() => (field ? saidOf(field) : nothing));
  const [said, setSaid] = useState(before);
  const [errors, setErrors] = useState<Record<string, string> | null>(null);
  const [theirs, setTheirs] = useState<SaidField | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");

  function change(part: Partial<SaidField>) {
    setSaid((now) => ({ ...now, ...part }));
    setErrors(null);
  }
  async function save(over = before) {
    if (saving === "saving") return;
    setSaving("saving");
    const answer = field
      ? await ask(writeFieldAction, { id: field.id, before: over, after: said })
      : await ask(addFieldAction, { after: said });
    // The page comes without it, and so without this form.
    if (field && !answer.ok && answer.code === "not-found") return onGone(inLanguage(field.name, locale));
    if (!answer.ok) {
      const told = answer.code === "invalid" ? answer.fields : null;
      setErrors(told);
      return setSaving(told ? "untouched" : answer);
    }
    setSaving("untouched");
    const now = "written" in answer.data && !answer.data.written ? answer.data.fields : null;
    const theirField = now?.find(({ id }) => id === field?.id);
    if (theirField) return setTheirs(saidOf(theirField));
    onEnd();
  }
  /** What is wrong with what stands at this path, in words. */
  function errorOf(path: string): string | undefined {
    const told = errors?.[`after.${path}`];
    if (told === undefined) return undefined;
    const max = path === "choices" ? maxFieldChoices : told === "tooMany" ? maxFields : limitOf(path);
    return text(known.find((one) => one === told) ?? "invalid", { max });
  }
  return {
    said,
    isChanged: worded(said) !== worded(before),
    change,
    save,
    errors,
    errorOf,
    theirs,
    saving,
  };
}

/** Nothing typed, and nothing left of it, are the same. */
function worded(said: SaidField): string {
  return JSON.stringify(said, (_, value: unknown) => value || null);
}

function limitOf(path: string): number {
  if (path.startsWith("choices")) return maxLength.fieldChoice;
  return path.startsWith("hint") ? maxLength.fieldHint : maxLength.fieldName;
}
