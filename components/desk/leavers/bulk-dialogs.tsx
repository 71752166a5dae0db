"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToday } from "#components/ui/use-today.ts";
import { maxLeaverLength } from "#lib/leavers/list-policy.ts";
import type { GroundOf } from "#lib/leavers/record-input.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { TagField } from "./tag-field.tsx";

/** Undefined where it was done, else why not. */
type Outcome = Promise<string | undefined>;

type BulkDialogProps = {
  company: string;
  kind: "tag" | "untag" | "ground" | "revoke" | "erase";
  count: number;
  onClose: () => void;
  onTag: (tag: string, on: boolean) => Outcome;
  onGround: (ground: GroundOf) => Outcome;
  onRevoke: () => Outcome;
  onErase: () => Outcome;
};

/** What is asked before something is done with all who are chosen. */
export function BulkDialog(props: BulkDialogProps) {
  const { kind } = props;
  if (kind === "ground") return <GroundDialog {...props} />;
  if (kind === "revoke") return <RevokeDialog {...props} />;
  if (kind === "erase") return <EraseDialog {...props} />;
  return <TagDialog {...props} />;
}

function TagDialog({ company, kind, count, onClose, onTag }: BulkDialogProps) {
  const text = useTranslations("leavers.list.bulk");
  const on = kind === "tag";
  const [tag, setTag] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <AskedForm
      title={text(on ? "tagTitle" : "untagTitle", { count })}
      submit={text(on ? "tag" : "untag")}
      onClose={onClose}
      onSubmit={async () => {
        const word = tag.replace(/\s+/g, " ").trim();
        setMissing(word === "");
        return word === "" ? "" : onTag(word, on);
      }}
    >
      <Field
        label={text("tagLabel")}
        hint={on ? text("tagHint", { max: maxLeaverLength.tag }) : undefined}
        error={missing ? text("tagMissing") : undefined}
      >
        <TagField company={company} value={tag} onText={setTag} />
      </Field>
    </AskedForm>
  );
}

function GroundDialog({ count, onClose, onGround }: BulkDialogProps) {
  const text = useTranslations("leavers.list.bulk");
  const names = useTranslations("leavers.form.grounds");
  const today = useToday();
  const [ground, setGround] = useState<(typeof grounds)[number]>("NOTICE");
  const [groundOn, setGroundOn] = useState(today);
  const [groundDocument, setGroundDocument] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <AskedForm
      title={text("groundTitle", { count })}
      submit={text("groundSubmit")}
      onClose={onClose}
      onSubmit={async () => {
        setMissing(groundOn === "");
        if (groundOn === "") return "";
        return onGround({ ground, groundOn, groundDocument: groundDocument.trim() || null });
      }}
    >
      <RadioGroup
        label={text("groundLabel")}
        name="ground"
        options={grounds.map((value) => ({ value, label: names(value) }))}
        value={ground}
        onValueChange={setGround}
      />
      <Field label={text("groundOn")} error={missing ? text("groundOnMissing") : undefined}>
        <TextInput
          type="date"
          value={groundOn}
          max="9999-12-31"
          onChange={({ target }) => setGroundOn(target.value)}
        />
      </Field>
      <Field label={text("groundDocument")} optional>
        <TextInput
          value={groundDocument}
          maxLength={maxLeaverLength.groundDocument}
          onChange={({ target }) => setGroundDocument(target.value)}
        />
      </Field>
    </AskedForm>
  );
}

function RevokeDialog({ count, onClose, onRevoke }: BulkDialogProps) {
  const text = useTranslations("leavers.list.bulk");
  return (
    <AskedForm
      title={text("revokeTitle", { count })}
      description={text("revokeText")}
      submit={text("revokeSubmit")}
      danger
      onClose={onClose}
      onSubmit={onRevoke}
    >
      {null}
    </AskedForm>
  );
}

function EraseDialog({ count, onClose, onErase }: BulkDialogProps) {
  const text = useTranslations("leavers.list.bulk");
  return (
    <AskedForm
      title={text("eraseTitle", { count })}
      description={text("eraseText")}
      submit={text("eraseSubmit", { count })}
      danger
      onClose={onClose}
      onSubmit={onErase}
    >
      {null}
    </AskedForm>
  );
}

type AskedFormProps = {
  title: string;
  description?: string;
  submit: string;
  danger?: boolean;
  onClose: () => void;
  /** Why it was not done; empty where its fields say so. */
  onSubmit: () => Outcome;
  children: ReactNode;
};

function AskedForm({ title, description, submit, danger, onClose, onSubmit, children }: AskedFormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function send() {
    if (busy) return;
    setBusy(true);
    setError((await onSubmit()) ?? null);
    setBusy(false);
  }
  return (
    <Dialog title={title} description={description} open onOpenChange={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        className="mt-4 grid gap-4"
      >
        {children}
        <InlineError>{error}</InlineError>
        <DialogActions>
          <Button type="submit" variant={danger ? "danger" : "primary"} pending={busy}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
