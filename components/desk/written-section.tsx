"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Conflict } from "#components/drafts/conflict.tsx";
import { DraftNote } from "#components/drafts/draft-note.tsx";
import { DraftedForm } from "#components/drafts/drafted-form.tsx";
import type { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { type Line, listDifferences } from "#components/drafts/written-values.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";

type WrittenSectionProps<Values extends object> = {
  title: string;
  description: string;
  written: ReturnType<typeof useDraftedForm<Values>>;
  /** What it says, line by line, for who compares two. */
  lines: (values: Values) => Line[];
  read: ReactNode;
  /** The button that opens it: the first thing to do where nothing is written yet. */
  open: { label: string; first?: boolean };
  fields: (typed: Values) => ReactNode;
};

/** What the company says somewhere: read, and written in the same place. */
export function WrittenSection<Values extends object>(props: WrittenSectionProps<Values>) {
  const { title, description, written, lines, read, open, fields } = props;
  const { form, theirs, saving, errors } = written;
  const [byHand, setByHand] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = form !== null;
  useEffect(() => {
    if (!isOpen && byHand) button.current?.focus();
  }, [isOpen, byHand]);

  function end(how: () => void) {
    setByHand(true);
    how();
  }
  return (
    <Section title={title} description={description}>
      {form ? (
        <DraftedForm
          key={form.begun}
          byHand={byHand}
          restored={form.restored}
          unkeepable={written.unkeepable}
          errors={errors}
          pending={saving === "saving"}
          holds={form.typed !== form.before}
          onStartOver={written.startOver}
          onDiscard={() => end(written.discard)}
          onCancel={() => end(written.cancel)}
          onSubmit={() => end(() => void written.save())}
        >
          {theirs && (
            <Conflict
              differences={listDifferences(lines(form.typed), lines(theirs))}
              pending={saving === "saving"}
              onKeepMine={() => end(() => void written.save(theirs))}
              onTakeTheirs={() => end(written.discard)}
            />
          )}
          {fields(form.typed)}
          {typeof saving === "object" && <SavedMark saving={saving} />}
        </DraftedForm>
      ) : (
        <div className="grid gap-4">
          {read}
          <div className="flex flex-wrap items-center gap-4">
            <Button
              ref={button}
              variant={open.first ? "primary" : "secondary"}
              onClick={() => end(written.open)}
            >
              {open.label}
            </Button>
            <SavedMark saving={saving} />
          </div>
          {written.waits && <DraftNote onGoOn={() => end(written.open)} onDiscard={written.discard} />}
        </div>
      )}
    </Section>
  );
}
