"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Conflict } from "#components/drafts/conflict.tsx";
import { DraftNote } from "#components/drafts/draft-note.tsx";
import { DraftedForm } from "#components/drafts/drafted-form.tsx";
import { formDraft } from "#components/drafts/form-draft.ts";
import { type Send, useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { type Line, listDifferences } from "#components/drafts/written-values.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { deviceStorage } from "#components/live/browser-storage.ts";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { useFieldError } from "./field-error.ts";
import { useLed, useOwn } from "./own-context.ts";
import { SectionVisibility } from "./section-visibility.tsx";
import { findErrors } from "./written-errors.ts";

/** What the fields of a section are given. */
export type Typing<Values> = {
  values: Values;
  change: (part: Partial<Values>) => void;
  errorOf: (field: string) => string | undefined;
};

type EditableSectionProps<Values> = {
  name: keyof Sections;
  title: string;
  description?: ReactNode;
  kept: Values;
  isValues: Shape<Values>;
  send: Send<Values>;
  /** What it says, line by line, for who compares two. */
  lines: (values: Values) => readonly Line[];
  /** As it is read; null where nothing is written. */
  read: (values: Values) => ReactNode;
  fields: (typing: Typing<Values>) => ReactNode;
  /** The parts of it of which one says who sees them. */
  audiences: readonly string[];
};

/** A part of one's profile: read first, and written in the same place. */
export function EditableSection<Values extends object>(props: EditableSectionProps<Values>) {
  const { name, title, description, kept, isValues, send, lines, read, fields, audiences } = props;
  const { viewer, company } = useOwn();
  const text = useTranslations("people.edit");
  const draft = useMemo(
    () => formDraft(deviceStorage(), `okaeri:${viewer.memberId}:profile:${name}`, isValues),
    [viewer.memberId, name, isValues],
  );
  const section = useDraftedForm({ kept, draft, send, check: findErrors });
  const { form, shown, saving, theirs } = section;
  const errorOf = useFieldError(section.errors);
  const openButton = useRef<HTMLButtonElement>(null);
  // What comes back with the page takes no focus.
  const [byHand, setByHand] = useState(false);
  const isOpen = form !== null;
  useEffect(() => {
    if (!isOpen && byHand) openButton.current?.focus();
  }, [isOpen, byHand]);

  const root = useRef<HTMLElement>(null);
  useLed((place) => {
    if (place.section !== name) return;
    if (isOpen) root.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    else open();
  });

  function open() {
    setByHand(true);
    section.open();
  }
  function end(how: () => void) {
    setByHand(true);
    how();
  }
  function discardDraft() {
    section.discard();
    openButton.current?.focus();
  }
  return (
    <Section ref={root} title={title} description={description}>
      {form && theirs && (
        <Conflict
          differences={listDifferences(lines(form.typed), lines(theirs))}
          pending={saving === "saving"}
          onKeepMine={() => end(() => void section.save(theirs))}
          onTakeTheirs={() => end(section.discard)}
        />
      )}
      {form && !theirs && (
        <DraftedForm
          key={form.begun}
          byHand={byHand}
          restored={form.restored}
          unkeepable={section.unkeepable}
          errors={section.errors}
          pending={saving === "saving"}
          onStartOver={section.startOver}
          onDiscard={() => end(section.discard)}
          onCancel={() => end(section.cancel)}
          onSubmit={() => end(() => void section.save())}
        >
          {fields({ values: form.typed, change: section.change, errorOf })}
        </DraftedForm>
      )}
      {!form && (
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0 flex-1">
            {read(shown) ?? <p className="text-ink-soft">{text("nothing")}</p>}
          </div>
          <Button
            ref={openButton}
            size="small"
            aria-label={text("openSection", { section: title })}
            onClick={open}
            className="shrink-0"
          >
            {text("open")}
          </Button>
        </div>
      )}
      {!form && section.waits && <DraftNote onGoOn={open} onDiscard={discardDraft} />}
      <div className="mt-3 has-[p:empty]:absolute">
        <SavedMark saving={saving} />
      </div>
      {audiences.length > 0 && (
        <SectionVisibility company={company} fields={audiences} named={name === "names"} />
      )}
    </Section>
  );
}
