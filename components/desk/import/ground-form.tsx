"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToday } from "#components/ui/use-today.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { GroundSelect } from "./ground-select.tsx";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";

/** On which ground people are kept, since when and by which document: of all whom the import brings in anew. Sending it imports them. */
export function GroundForm({ onDone }: { onDone: () => void }) {
  const text = useTranslations("leavers.import.take");
  const { ask, actions } = useImport();
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState({ ground: "", groundOn: "", groundDocument: "" });
  const [sent, setSent] = useState(false);
  const [state, setState] = useState<"idle" | "asking" | Failure>("idle");
  const ground = grounds.find((one) => one === said.ground);
  const errors = {
    ground: ground ? undefined : text("required"),
    groundOn: !said.groundOn ? text("required") : said.groundOn > today ? text("future") : undefined,
    groundDocument: said.groundDocument.trim() ? undefined : text("required"),
  };
  const told = (field: keyof typeof errors) => (sent ? errors[field] : undefined);
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });

  async function send(event: FormEvent) {
    event.preventDefault();
    if (state === "asking") return;
    setSent(true);
    const [wrong] = fields.filter((field) => errors[field]);
    if (wrong || !ground) return form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    setState("asking");
    const answer = await ask(actions.applyImportAction, {
      ground,
      groundOn: said.groundOn,
      groundDocument: said.groundDocument.trim(),
    });
    setState(answer.ok ? "idle" : answer);
    if (answer.ok) onDone();
  }
  return (
    <form ref={form} noValidate onSubmit={(event) => void send(event)} className="mt-4 grid gap-4">
      <Field label={text("ground")} error={told("ground")}>
        <GroundSelect name="ground" value={ground ?? null} onChoose={(next) => change({ ground: next })} />
      </Field>
      <Field label={text("on")} hint={text("onHint")} error={told("groundOn")}>
        <TextInput
          type="date"
          name="groundOn"
          value={said.groundOn}
          max={today}
          onChange={({ target }) => change({ groundOn: target.value })}
        />
      </Field>
      <Field label={text("document")} hint={text("documentHint")} error={told("groundDocument")}>
        <TextInput
          name="groundDocument"
          value={said.groundDocument}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => change({ groundDocument: target.value })}
        />
      </Field>
      <Refused failure={state} />
      <DialogActions>
        <Button type="submit" variant="primary" pending={state === "asking"}>
          {text("button")}
        </Button>
      </DialogActions>
    </form>
  );
}

const fields = ["ground", "groundOn", "groundDocument"] as const;
