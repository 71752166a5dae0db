"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type * as purposeActions from "#app/c/[company]/desk/purpose/actions.ts";
import { WrittenSection } from "#components/desk/written-section.tsx";
import { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import type { PurposeTexts, Purpose as PurposeVersion } from "#lib/leavers/schema.ts";
import { purposeDraft } from "./purpose-draft.ts";
import { languages, PurposeFields } from "./purpose-fields.tsx";
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
  const draft = useMemo(() => purposeDraft(memberId), [memberId]);
  const written = useDraftedForm({
    kept: newest?.texts ?? none,
    draft,
    send: (before, after) => requestAction(socket, () => write(slug, { before, after })),
  });
  return (
    <WrittenSection
      title={text("title")}
      description={text("description")}
      written={written}
      open={newest ? { label: text("edit") } : { label: text("write"), first: true }}
      lines={(texts) => languages.map((language) => ({ term: text(language), value: texts[language] ?? "" }))}
      read={
        newest ? (
          <PurposeWords texts={written.shown} />
        ) : (
          <EmptyState small picture={<MailSlot />} title={text("emptyTitle")}>
            {text("emptyText")}
          </EmptyState>
        )
      }
      fields={(typed) => (
        <PurposeFields examples={examples} typed={typed} errors={written.errors} onChange={written.change} />
      )}
    />
  );
}
