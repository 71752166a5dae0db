"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Answer, Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { isRecordedField, type Limit } from "#lib/people/audiences.ts";

/** How many have chosen more, or `atLeast` as many. */
export type Counted = { people: number; atLeast: boolean };
type LimitQuestionProps = {
  field: string;
  name: string;
  after: Limit;
  count: (said: { field: string; after: Limit }) => Promise<Answer<Counted>>;
  saving: boolean;
  onSave: () => void;
  onCancel: () => void;
};

/** What comes of a limit, and how many have chosen more: said before it is saved. */
export function LimitQuestion(props: LimitQuestionProps) {
  const { field, name, after, count, saving, onSave, onCancel } = props;
  const text = useTranslations("people.limits");
  const [counted, setCounted] = useState<Counted | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const lifted = after === "EVERYONE";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what was chosen.
  useEffect(() => {
    box.current?.focus();
    if (lifted) return;
    void count({ field, after }).then((answer) => {
      if (answer.ok) setCounted(answer.data);
      else setProblem(answer);
    });
  }, []);
  const hidesFromHr = (after === "ALUMNI" || after === "NOBODY") && !isRecordedField(field);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="grid gap-3 rounded-control bg-sunken p-3 text-sm outline-none [word-break:auto-phrase]"
    >
      <p>
        {text(`becomes.${after}`, { field: name, recorded: String(isRecordedField(field)) })}
        {hidesFromHr && ` ${text("hidesFromHr")}`}
      </p>
      {!lifted && (
        <p role="status">
          {counted
            ? text("wider", { people: counted.people, atLeast: String(counted.atLeast) })
            : !problem && text("counting")}
        </p>
      )}
      {problem && <SavedMark saving={problem} />}
      <div className="flex flex-wrap justify-end gap-3">
        <Button size="small" variant="quiet" onClick={onCancel}>
          {text("cancel")}
        </Button>
        <Button size="small" variant="primary" pending={saving} onClick={onSave}>
          {text("save")}
        </Button>
      </div>
    </div>
  );
}
