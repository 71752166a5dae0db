"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { personHref } from "#lib/hrefs.ts";
import { obstacles } from "#lib/invitations/policy.ts";
import type { InvitationDetail, InvitationMail } from "#lib/invitations/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import type { InvitingActions } from "./bulk-actions.tsx";
import { InvitationTag } from "./invitation-tag.tsx";

type InvitationSectionProps = {
  company: string;
  leaverId: string;
  invitation: InvitationDetail | null;
  inviting: Pick<InvitingActions, "resendInvitationAction" | "revokeInvitationsAction">;
};

/** Where a leaver's invitation stands, what was sent, and the next step. */
export function InvitationSection({ company, leaverId, invitation, inviting }: InvitationSectionProps) {
  const text = useTranslations("leavers.invitation.record");
  const describe = useRefusalText();
  const format = useFormatter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState("");
  const day = (at: string | null) => at && format.dateTime(new Date(at), { dateStyle: "long" });
  const status = invitation?.status ?? "none";

  async function run<T>(act: () => Promise<ActionResult<T>>, words: string) {
    if (busy) return;
    setBusy(true);
    setError(null);
    const answer = await requestByHttp(act);
    setBusy(false);
    if (answer.ok) return setDone(words);
    const kept = answer.code === "invalid" ? answer.fields.leaver : undefined;
    const known = obstacles.find((one) => one === kept);
    if (known) return setError(text(`kept.${known}`));
    const missing = answer.code === "invalid" && (answer.fields.sender ?? answer.fields.purpose);
    setError(missing ? text("notReady") : describe(answer));
  }
  return (
    <Section title={text("title")}>
      <div className="grid gap-4">
        <p>
          <InvitationTag status={status} />
        </p>
        {invitation && (
          <Facts
            facts={[
              { term: text("invitedAt"), value: day(invitation.invitedAt) },
              { term: text("openedAt"), value: day(invitation.openedAt) },
              { term: text("joinedAt"), value: day(invitation.joinedAt) },
              ...(status === "joined" ? [] : [{ term: text("expiresAt"), value: day(invitation.expiresAt) }]),
            ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))}
          />
        )}
        {invitation && invitation.mails.length > 0 && (
          <div className="text-sm">
            <h3 className="font-medium">{text("mails")}</h3>
            <BareList className="mt-1 grid gap-1 text-ink-soft">
              {invitation.mails.map((mail) => (
                <li key={mail.id} className="break-words">
                  {mailWords(mail)}
                </li>
              ))}
            </BareList>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {invitation?.memberId && (
            <TextLink href={personHref(company, invitation.memberId)}>{text("person")}</TextLink>
          )}
          {status !== "joined" && status !== "queued" && (
            <Button
              variant={status === "none" ? "primary" : "secondary"}
              pending={busy}
              onClick={() =>
                void run(
                  () => inviting.resendInvitationAction(company, { leaverId, locale: "each" }),
                  text("sent"),
                )
              }
            >
              {text(status === "none" ? "invite" : "again")}
            </Button>
          )}
          {invitation && status !== "joined" && status !== "revoked" && (
            <Button
              variant="quiet"
              pending={busy}
              onClick={() =>
                void run(
                  () => inviting.revokeInvitationsAction(company, { of: { ids: [leaverId] } }),
                  text("revoked"),
                )
              }
            >
              {text("revoke")}
            </Button>
          )}
        </div>
        <InlineError>{error}</InlineError>
      </div>
      <Toast onOver={() => setDone("")}>{done}</Toast>
    </Section>
  );

  function mailWords({ state, sentAt, dueAt, address, answer }: InvitationMail): string {
    const words = text(`mail.${state}`, { date: day(sentAt ?? dueAt) ?? "" });
    return [words, address, answer].filter(Boolean).join(" · ");
  }
}
