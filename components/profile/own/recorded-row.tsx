"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SkeletonLine } from "#components/ui/skeleton.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { CorrectableField, Correction } from "#lib/people/schema.ts";
import { CorrectionState } from "./correction-state.tsx";

// What few ever open: it comes when one does.
const form = latePart(() => import("./correction-form.tsx"));

type RecordedRowProps = {
  field: CorrectableField;
  name: string;
  recorded: string | null;
  words: (value: string | null) => string;
  /** What one asked of it last. */
  correction: Correction | undefined;
};

/** Something that HR recorded, and what one says about it. */
export function RecordedRow({ field, name, recorded, words, correction }: RecordedRowProps) {
  const text = useTranslations("people.edit.correct");
  const [open, setOpen] = useState(false);
  const [byHand, setByHand] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (byHand && !open) button.current?.focus();
  }, [byHand, open]);
  const waits = correction?.status === "WAITING";
  function turn(next: boolean) {
    setByHand(true);
    setOpen(next);
  }
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="grid gap-2">
        <div className="flex items-start justify-between gap-4">
          <p className="min-w-0">{words(recorded)}</p>
          {!open && (
            <Button
              ref={button}
              size="small"
              aria-label={text(waits ? "openAgain" : "open", { field: name })}
              onClick={() => turn(true)}
              className="shrink-0"
            >
              {text(waits ? "again" : "correct")}
            </Button>
          )}
        </div>
        {correction && <CorrectionState correction={correction} words={words} />}
        {open && (
          <LateForm
            field={field}
            name={name}
            first={waits ? correction.proposed : recorded}
            firstNote={waits ? correction.note : ""}
            onEnd={() => turn(false)}
          />
        )}
      </dd>
    </div>
  );
}

type LateFormProps = {
  field: CorrectableField;
  name: string;
  first: string | null;
  firstNote: string;
  onEnd: () => void;
};

function LateForm(props: LateFormProps) {
  const part = usePart(form, true, { whenIdle: false });
  return part ? <part.CorrectionForm {...props} /> : <SkeletonLine className="h-40 w-full" />;
}
