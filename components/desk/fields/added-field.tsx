"use client";

import { Plus } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DraftNote } from "#components/drafts/draft-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { FieldForm } from "./field-form.tsx";
import { useFieldForm } from "./use-field-form.ts";

/** The button that adds a field, and the form in its place. `first`: there is no other. */
export function AddedField({ first }: { first: boolean }) {
  const text = useTranslations("people.fields");
  const written = useFieldForm();
  const button = useRef<HTMLButtonElement>(null);
  // What comes back with the page takes no focus.
  const [byHand, setByHand] = useState(false);
  const isOpen = written.form !== null;
  useEffect(() => {
    if (!isOpen && byHand) button.current?.focus();
  }, [isOpen, byHand]);

  function open() {
    setByHand(true);
    written.open();
  }
  if (isOpen) return <FieldForm written={written} byHand={byHand} onEnd={() => setByHand(true)} />;
  return (
    <>
      {first && (
        <EmptyState small picture={<Seat />} title={text("emptyTitle")}>
          {text("emptyText")}
        </EmptyState>
      )}
      <Button ref={button} onClick={open}>
        <Icon icon={Plus} className="size-4" />
        {text("add")}
      </Button>
      {written.waits && <DraftNote onGoOn={open} onDiscard={discard} />}
    </>
  );

  function discard() {
    written.discard();
    button.current?.focus();
  }
}
