"use client";

import { ArrowDown, ArrowUp } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Answer, Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { inLanguage } from "#lib/people/details.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { useDesk } from "./desk-context.ts";
import { FieldForm } from "./field-form.tsx";
import { FieldSummary } from "./field-summary.tsx";

type AskedFieldProps = {
  field: DeskField;
  /** Among those that are asked, from 0. */
  place: number;
  last: boolean;
};

/** A field that is asked: read, and written in the same place. */
export function AskedField({ field, place, last }: AskedFieldProps) {
  const text = useTranslations("people.fields");
  const { ask, moveFieldAction, retireFieldAction, onSaid, onLeft, onGone } = useDesk();
  const [editing, setEditing] = useState<boolean | "over">(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  // Pressed once more they do nothing, and keep the focus.
  const first = place === 0;
  const name = inLanguage(field.name, useLocale());
  useEffect(() => {
    if (editing === "over") editButton.current?.focus();
  }, [editing]);

  async function move(by: -1 | 1) {
    const done = await ask(moveFieldAction, { id: field.id, by });
    if (done.ok) onSaid(text("moved", { name, place: place + 1 + by }));
    settle(done);
  }
  async function retire() {
    const done = await ask(retireFieldAction, { id: field.id, retired: true });
    if (done.ok) onLeft(text("retired", { name }));
    settle(done);
  }
  function settle(done: Answer<unknown>) {
    if (!done.ok && done.code === "not-found") return onGone(name);
    setProblem(done.ok ? null : done);
  }
  if (editing === true) return <FieldForm field={field} onEnd={() => setEditing("over")} />;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <FieldSummary field={field} />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <IconButton
            label={text("up", { name })}
            aria-disabled={first}
            onClick={first ? undefined : () => void move(-1)}
          >
            <Icon icon={ArrowUp} className="size-5" />
          </IconButton>
          <IconButton
            label={text("down", { name })}
            aria-disabled={last}
            onClick={last ? undefined : () => void move(1)}
          >
            <Icon icon={ArrowDown} className="size-5" />
          </IconButton>
          <Button
            ref={editButton}
            size="small"
            aria-label={text("editField", { name })}
            onClick={() => setEditing(true)}
          >
            {text("edit")}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={text("retireField", { name })}
            onClick={() => void retire()}
          >
            {text("retire")}
          </Button>
        </div>
      </div>
      {problem && <SavedMark saving={problem} />}
    </div>
  );
}
