"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { maxLength } from "#lib/people/policy.ts";

type SaveFormProps = {
  proposed: string;
  busy: boolean;
  /** False where it was not saved; what was typed stays. */
  onSave: (name: string) => Promise<boolean>;
  /** For a search that has a name: it is saved, or given up. */
  onDone?: () => void;
};

/** The name of a search, proposed or as it is, to be changed and saved. */
export function SaveForm({ proposed, busy, onSave, onDone }: SaveFormProps) {
  const text = useTranslations("people.searches");
  const [name, setName] = useState(proposed);
  const [missing, setMissing] = useState(false);
  const [enter] = useState(createEnterReader);
  const field = useRef<HTMLInputElement>(null);
  const renames = onDone !== undefined;
  useEffect(() => {
    if (!renames) return;
    field.current?.focus();
    field.current?.select();
  }, [renames]);

  async function save() {
    if (name.trim() === "") return setMissing(true);
    if (!busy && (await onSave(name))) onDone?.();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
      className="grid gap-3 p-1"
    >
      <Field label={text("name")} error={missing ? text("required") : undefined}>
        <TextInput
          ref={field}
          type="text"
          autoComplete="off"
          value={name}
          maxLength={maxLength.searchName}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !enter.sends(event.nativeEvent)) event.preventDefault();
          }}
        />
      </Field>
      <div className="flex justify-end gap-2">
        {onDone && (
          <Button size="small" variant="quiet" onClick={onDone}>
            {text("cancel")}
          </Button>
        )}
        <Button size="small" type="submit" pending={busy}>
          {text("save")}
        </Button>
      </div>
    </form>
  );
}
