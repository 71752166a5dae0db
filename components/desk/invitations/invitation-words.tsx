"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import { WrittenSection } from "#components/desk/written-section.tsx";
import { isSame } from "#components/drafts/same-values.ts";
import { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { Locale } from "#lib/auth/schema.ts";
import type { InvitationWords } from "#lib/invitations/schema.ts";
import { wordsDraft } from "./drafts.ts";
import { MailPreview } from "./mail-preview.tsx";
import { WordsFields } from "./words-fields.tsx";

type InvitationWordsProps = {
  slug: string;
  memberId: string;
  locale: Locale;
  /** The company's; null where it says what we say. */
  own: InvitationWords | null;
  standard: InvitationWords;
  write: typeof invitationActions.writeInvitationTextAction;
  preview: typeof invitationActions.previewInvitationAction;
};

/** What invitations say in one language, with a look at the mail as somebody gets it. */
export function InvitationWordsSection(props: InvitationWordsProps) {
  const { slug, memberId, locale, own, standard, write, preview } = props;
  const text = useTranslations("desk.invitations.words");
  const { socket } = useLive();
  const draft = useMemo(() => wordsDraft(memberId, locale), [memberId, locale]);
  const said = (words: InvitationWords) => (isSame(words, standard) ? null : words);
  const written = useDraftedForm<InvitationWords>({
    kept: own ?? standard,
    draft,
    send: async (before, after) => {
      const answer = await requestAction(socket, () =>
        write(slug, { locale, before: said(before), after: said(after) }),
      );
      return answer.ok ? { ...answer, data: { ...answer.data, now: answer.data.now ?? standard } } : answer;
    },
  });
  const shown = written.shown;
  const look = (words: InvitationWords) => (
    <MailPreview find={() => preview(slug, { of: null, locale, words })} of={JSON.stringify(words)} />
  );
  return (
    <WrittenSection
      title={text(`${locale}Title`)}
      description={text("description")}
      written={written}
      open={{ label: text("edit") }}
      lines={(values) => [
        { term: text("subject"), value: values.subject },
        { term: text("body"), value: values.body },
      ]}
      read={
        <>
          <div lang={locale}>
            <p className="flex flex-wrap items-center gap-3 font-medium">
              {shown.subject}
              {said(shown) === null && <Tag>{text("standard")}</Tag>}
            </p>
            <p className="mt-2 text-sm whitespace-pre-line text-ink-soft">{shown.body}</p>
          </div>
          {look(shown)}
        </>
      }
      fields={(typed) => (
        <>
          <WordsFields
            locale={locale}
            typed={typed}
            errors={written.errors}
            standard={standard}
            onChange={written.change}
          />
          {look(typed)}
        </>
      )}
    />
  );
}
