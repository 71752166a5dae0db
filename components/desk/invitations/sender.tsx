"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import { WrittenSection } from "#components/desk/written-section.tsx";
import { useDraftedForm } from "#components/drafts/use-drafted-form.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { Facts } from "#components/ui/facts.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { maxInvitationLength } from "#lib/invitations/policy.ts";
import type { Sender } from "#lib/invitations/schema.ts";
import { senderDraft } from "./drafts.ts";

type SenderSectionProps = {
  slug: string;
  memberId: string;
  sender: Sender | null;
  write: typeof invitationActions.writeSenderAction;
};

const none: Sender = { name: "", postalAddress: "", contact: "" };
const parts = ["name", "postalAddress", "contact"] as const;

/** Who the mails are from, as the law on mail wants each to say. */
export function SenderSection({ slug, memberId, sender, write }: SenderSectionProps) {
  const text = useTranslations("desk.invitations.sender");
  const { socket } = useLive();
  const draft = useMemo(() => senderDraft(memberId), [memberId]);
  const written = useDraftedForm<Sender>({
    kept: sender ?? none,
    draft,
    send: async (before, after) => {
      const answer = await requestAction(socket, () =>
        write(slug, { before: before.name === "" ? null : before, after }),
      );
      return answer.ok ? { ...answer, data: { ...answer.data, now: answer.data.now ?? none } } : answer;
    },
  });
  const lines = (values: Sender) => parts.map((part) => ({ term: text(part), value: values[part] }));
  const shown = written.shown;
  return (
    <WrittenSection
      title={text("title")}
      description={text("description")}
      written={written}
      open={{ label: text("edit") }}
      lines={lines}
      read={
        shown.name === "" ? <p className="text-ink-soft">{text("none")}</p> : <Facts facts={lines(shown)} />
      }
      fields={(typed) =>
        parts.map((part) => (
          <Field key={part} label={text(part)} hint={text(`${part}Hint`)} error={errorOf(part)}>
            {part === "name" ? (
              <TextInput
                value={typed.name}
                maxLength={maxInvitationLength.name}
                onChange={({ target }) => written.change({ name: target.value })}
              />
            ) : (
              <TextArea
                rows={2}
                value={typed[part]}
                maxLength={maxInvitationLength[part]}
                onChange={({ target }) => written.change({ [part]: target.value })}
              />
            )}
          </Field>
        ))
      }
    />
  );

  function errorOf(part: keyof Sender): string | undefined {
    return written.errors[part] === undefined ? undefined : text("required");
  }
}
