"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { DraftNote } from "#components/drafts/draft-note.tsx";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { SkeletonLine } from "#components/ui/skeleton.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { CorrectableField, Correction } from "#lib/people/schema.ts";
import type { CorrectionForm } from "./correction-form.tsx";
import { CorrectionState } from "./correction-state.tsx";
import { useCorrection } from "./use-correction.ts";

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
  const waiting = correction?.status === "WAITING" ? correction : undefined;
  const asking = useCorrection(field, recorded, waiting);
  const { saving } = asking;
  const isOpen = asking.form !== null;
  // What comes back with the page takes no focus.
  const [byHand, setByHand] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (byHand && !isOpen) button.current?.focus();
  }, [byHand, isOpen]);

  function open() {
    setByHand(true);
    asking.open();
  }
  function discard() {
    asking.discard();
    button.current?.focus();
  }
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="grid gap-2">
        <div className="flex items-start justify-between gap-4">
          <p className="min-w-0">{words(recorded)}</p>
          {!isOpen && (
            <Button
              ref={button}
              size="small"
              aria-label={text(waiting ? "openAgain" : "open", { field: name })}
              onClick={open}
              className="shrink-0"
            >
              {text(waiting ? "again" : "correct")}
            </Button>
          )}
        </div>
        {correction && <CorrectionState correction={correction} words={words} />}
        {isOpen && <LateForm field={field} name={name} byHand={byHand} correction={asking} />}
        {!isOpen && asking.waits && <DraftNote onGoOn={open} onDiscard={discard} />}
        <div className="has-[p:empty]:hidden">
          {/* That it is sent, the page says itself. */}
          <SavedMark saving={typeof saving === "object" ? saving : "untouched"} />
        </div>
      </dd>
    </div>
  );
}

function LateForm(props: ComponentProps<typeof CorrectionForm>) {
  const part = usePart(form, true, { whenIdle: false });
  return part ? <part.CorrectionForm {...props} /> : <SkeletonLine className="h-40 w-full" />;
}
