"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { Button } from "#components/ui/button.tsx";
import { createEnterReader, isForInputMethod } from "#components/ui/enter-key.ts";
import { Field } from "#components/ui/field.tsx";
import { MonthYear } from "#components/ui/month-year.tsx";
import type { CorrectableField } from "#lib/people/schema.ts";
import { useOwn } from "./own-context.ts";
import { WrittenField } from "./written-field.tsx";

type CorrectionFormProps = {
  field: CorrectableField;
  name: string;
  first: string | null;
  firstNote: string;
  onEnd: () => void;
};

const known = ["same", "order", "future", "required", "tooLong"] as const;

/** What HR should record instead, and why. What is typed stays until it has been sent. */
export function CorrectionForm({ field, name, first, firstNote, onEnd }: CorrectionFormProps) {
  const text = useTranslations("people.edit.correct");
  const edit = useTranslations("people.edit");
  const { company, correct } = useOwn();
  const { socket } = useLive();
  const isMonth = field === "JOINED_ON" || field === "LEFT_ON";
  const [proposed, setProposed] = useState(isMonth ? (first?.slice(0, 7) ?? null) : first);
  const [note, setNote] = useState(firstNote);
  const [saving, setSaving] = useState<Saving>("untouched");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [enter] = useState(createEnterReader);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  function errorOf(path: string): string | undefined {
    const told = errors[path];
    if (told === undefined) return undefined;
    return text(`errors.${known.find((one) => one === told) ?? "required"}`);
  }
  async function send(event: FormEvent) {
    event.preventDefault();
    if (saving === "saving") return;
    setErrors({});
    setSaving("saving");
    const input = isMonth ? { field, proposed, note } : { field, proposed: proposed ?? "", note };
    const answer = await requestAction(socket, () => correct.askCorrectionAction(company, input));
    if (answer.ok) return onEnd();
    const fields = answer.code === "invalid" ? answer.fields : {};
    setErrors(fields);
    setSaving(Object.keys(fields).length > 0 ? "untouched" : answer);
  }
  function readKey(event: KeyboardEvent<HTMLFormElement>) {
    const { nativeEvent, target, key } = event;
    if (key === "Escape" && !isForInputMethod(nativeEvent)) onEnd();
    if (key === "Enter" && target instanceof HTMLInputElement && !enter.sends(nativeEvent))
      event.preventDefault();
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void send(event)}
      onKeyDown={readKey}
      onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
      className="grid gap-4 rounded-card border border-line p-4"
    >
      {isMonth ? (
        <Field label={text("right", { field: name })} error={errorOf("proposed")}>
          <MonthYear defaultValue={proposed ?? ""} onChange={setProposed} />
        </Field>
      ) : (
        <WrittenField
          label={text("right", { field: name })}
          name={field === "TITLE" ? "title" : "department"}
          value={proposed}
          onText={setProposed}
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
        onText={setNote}
        error={errorOf("note")}
        autoComplete="off"
      />
      <SavedMark saving={saving === "saving" ? "untouched" : saving} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={onEnd}>
          {edit("cancel")}
        </Button>
        <Button variant="primary" type="submit" pending={saving === "saving"}>
          {text("send")}
        </Button>
      </div>
    </form>
  );
}
