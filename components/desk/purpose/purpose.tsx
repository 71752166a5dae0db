"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type * as purposeActions from "#app/c/[company]/desk/purpose/actions.ts";
import { DraftNote } from "#components/drafts/draft-note.tsx";
import { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { Section } from "#components/ui/section.tsx";
import type { PurposeTexts, Purpose as PurposeVersion } from "#lib/leavers/schema.ts";
import { purposeDraft } from "./purpose-draft.ts";
import { PurposeForm } from "./purpose-form.tsx";
import { PurposeWords } from "./purpose-words.tsx";

type PurposeProps = {
  slug: string;
  /** With which one may begin, in each language. */
  examples: Record<"ja" | "en", string>;
  memberId: string;
  /** The newest first. */
  versions: readonly PurposeVersion[];
  write: typeof purposeActions.writePurposeAction;
};

const none: PurposeTexts = { ja: null, en: null };

/** What the company says it keeps leavers' records for: read, and written in the same place, each time a version more. */
export function Purpose({ slug, examples, memberId, versions, write }: PurposeProps) {
  const text = useTranslations("desk.purpose");
  const { socket } = useLive();
  const [newest] = versions;
  const kept = newest?.texts ?? none;
  const draft = useMemo(() => purposeDraft(memberId), [memberId]);
  const written = useDraftedForm({
    kept,
    draft,
    send: (before, after) => requestAction(socket, () => write(slug, { before, after })),
  });
  const isOpen = written.form !== null;
  const [byHand, setByHand] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen && byHand) button.current?.focus();
  }, [isOpen, byHand]);

  function open() {
    setByHand(true);
    written.open();
  }
  return (
    <Section title={text("title")} description={text("description")}>
      {isOpen ? (
        <PurposeForm examples={examples} written={written} onEnd={() => setByHand(true)} />
      ) : (
        <div className="grid gap-4">
          {newest ? (
            <PurposeWords texts={written.shown} />
          ) : (
            <EmptyState small picture={<MailSlot />} title={text("emptyTitle")}>
              {text("emptyText")}
            </EmptyState>
          )}
          <div className="flex flex-wrap items-center gap-4">
            <Button ref={button} variant={newest ? "secondary" : "primary"} onClick={open}>
              {text(newest ? "edit" : "write")}
            </Button>
            <SavedMark saving={written.saving} />
          </div>
          {written.waits && <DraftNote onGoOn={open} onDiscard={written.discard} />}
        </div>
      )}
    </Section>
  );
}
