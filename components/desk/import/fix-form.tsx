"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Field as FieldName, ImportRow } from "#lib/leavers/schema.ts";
import { dateFields } from "./field-groups.ts";
import { textOf } from "./fix-fields.ts";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";
import { usePlaceWords } from "./use-place-words.ts";

type FixFormProps = {
  row: ImportRow;
  name: string;
  fields: readonly FieldName[];
  onFixed: (row: ImportRow) => void;
};

/** The cells that are wrong, to be typed anew. They go over what the file says, and are checked as the file was. */
export function FixForm({ row, name, fields, onFixed }: FixFormProps) {
  const text = useTranslations("leavers.import");
  const { ask, actions, onSaid } = useImport();
  const { cellWords } = usePlaceWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Partial<Record<FieldName, string>>>({});
  const [state, setState] = useState<"idle" | "asking" | "unchanged" | "still" | Failure>("idle");
  const wordsOf = (field: FieldName) => typed[field] ?? textOf(row, field);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (state === "asking") return;
    const changed = fields.filter((field) => wordsOf(field) !== textOf(row, field));
    if (changed.length === 0) return setState("unchanged");
    setState("asking");
    const values = Object.fromEntries(changed.map((field) => [field, wordsOf(field)]));
    const answer = await ask(actions.fixRowAction, { place: row.place, values });
    if (!answer.ok) return setState(answer);
    const isWrong = answer.data.verdict === "ERROR";
    setState(isWrong ? "still" : "idle");
    if (!isWrong) onSaid(text("fix.fixed"));
    onFixed(answer.data);
  }
  useEffect(() => {
    if (state === "still") form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);

  return (
    <form
      ref={form}
      aria-label={text("fix.group", { name })}
      onSubmit={(event) => void send(event)}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-control bg-sunken p-3"
    >
      {fields.map((field) => {
        const problem = row.problems.find((one) => one.field === field);
        const place = problem?.cell && problem.cell.row > 0 ? cellWords(problem.cell) : null;
        const reason = problem && text(`reasons.${problem.reason}`);
        const isHard = problem !== undefined && problem.kind !== "warning";
        const example = dateFields.has(field) ? text("fix.date") : null;
        return (
          <Field
            key={field}
            label={text(`fields.${field}`)}
            hint={[place, isHard ? null : reason, example].filter(Boolean).join(" ・ ")}
            error={isHard ? reason : undefined}
          >
            <TextInput
              value={wordsOf(field)}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => {
                setTyped({ ...typed, [field]: target.value });
                setState("idle");
              }}
            />
          </Field>
        );
      })}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="small" pending={state === "asking"}>
          {text("fix.send")}
        </Button>
      </div>
      <InlineError>{state === "still" || state === "unchanged" ? text(`fix.${state}`) : null}</InlineError>
      <Refused failure={state} />
    </form>
  );
}
