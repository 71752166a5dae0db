import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Send, useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { inLanguage, saidOf } from "#lib/people/details.ts";
import type { SaidField } from "#lib/people/field-input.ts";
import { maxFieldChoices, maxFields, maxLength } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { useDesk } from "./desk-context.ts";
import { fieldDraft } from "./field-draft.ts";

const nothing: SaidField = {
  kind: "TEXT",
  name: { ja: null, en: null },
  hint: { ja: null, en: null },
  audience: "NOBODY",
  choices: [],
};
const known = ["required", "tooLong", "tooFew", "tooMany", "twice"] as const;

/** What is written of a field, or of a new one: kept on the device until it is sent. */
export function useFieldForm(field?: DeskField) {
  const text = useTranslations("people.fields.errors");
  const locale = useLocale();
  const { memberId, ask, addFieldAction, writeFieldAction, onGone } = useDesk();
  const id = field?.id ?? null;
  const kept = useMemo(() => (field ? saidOf(field) : nothing), [field]);
  const draft = useMemo(() => fieldDraft(memberId, id), [memberId, id]);
  const written = useDraftedForm({ kept, draft, send: field ? sendOf(field) : sendNew, isNew: !field });
  const { saving, errors } = written;

  function sendOf({ id, name }: DeskField): Send<SaidField> {
    return async (before, after) => {
      const answer = await ask(writeFieldAction, { id, before, after });
      if (answer.ok) {
        const now = answer.data.fields.find((one) => one.id === id);
        return { ok: true, data: { written: answer.data.written, now: now ? saidOf(now) : after } };
      }
      // The page comes without it, and so without this form.
      if (answer.code === "not-found") {
        draft.drop();
        onGone(inLanguage(name, locale));
      }
      return answer;
    };
  }
  async function sendNew(_: SaidField, after: SaidField): ReturnType<Send<SaidField>> {
    const answer = await ask(addFieldAction, { after });
    // The next one begins with nothing.
    return answer.ok ? { ok: true, data: { written: true, now: nothing } } : answer;
  }
  /** What is wrong with what stands at this path, in words. */
  function errorOf(path: string): string | undefined {
    const told = errors[path];
    if (told === undefined) return undefined;
    const max = path === "choices" ? maxFieldChoices : told === "tooMany" ? maxFields : limitOf(path);
    return text(known.find((one) => one === told) ?? "invalid", { max });
  }
  /** What came after it was sent would be another field. */
  function change(part: Partial<SaidField>) {
    if (field || saving !== "saving") written.change(part);
  }
  return { ...written, change, errorOf };
}

function limitOf(path: string): number {
  if (path.startsWith("choices")) return maxLength.fieldChoice;
  return path.startsWith("hint") ? maxLength.fieldHint : maxLength.fieldName;
}
