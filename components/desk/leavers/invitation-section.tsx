"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { personHref } from "#lib/hrefs.ts";
import { bounceReason } from "#lib/invitations/bounce-reasons.ts";
import { obstacles } from "#lib/invitations/policy.ts";
import type { InvitationDetail, InvitationMail } from "#lib/invitations/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import type { InvitingActions } from "./bulk-actions.tsx";
import { InvitationTag } from "./invitation-tag.tsx";

type InvitationSectionProps = {
  company: string;
  leaverId: string;
  invitation: InvitationDetail;
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
  const { status, obstacle, memberId, mails } = invitation;
  const [asks, setAsks] = useState(false);
  const isOut = status !== null && status !== "none" && status !== "joined" && status !== "revoked";
  // Who sends again says that the address is good.
  const maySend = status !== "joined" && (obstacle === null || obstacle === "bounced");

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
        {status && (
          <p>
            <InvitationTag status={status} />
          </p>
        )}
        {obstacle && obstacle !== "recent" && <p className="text-sm">{text(`kept.${obstacle}`)}</p>}
        {invitation.invitedAt && (
          <Facts
            facts={[
              { term: text("invitedAt"), value: day(invitation.invitedAt) },
              { term: text("openedAt"), value: day(invitation.openedAt) },
              { term: text("joinedAt"), value: day(invitation.joinedAt) },
              ...(status === "joined" ? [] : [{ term: text("expiresAt"), value: day(invitation.expiresAt) }]),
            ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))}
          />
        )}
        {mails.length > 0 && (
          <div className="text-sm">
            <h3 className="font-medium">{text("mails")}</h3>
            <BareList className="mt-1 grid gap-1 text-ink-soft">
              {mails.map((mail) => (
                <li key={mail.id} className="break-words">
                  {mailWords(mail)}
                </li>
              ))}
            </BareList>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-3 empty:hidden">
          {memberId && <TextLink href={personHref(company, memberId)}>{text("person")}</TextLink>}
          {maySend && (
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
          {isOut && (
            <Dialog
              title={text("revokeTitle")}
              description={text("revokeText")}
              trigger={text("revoke")}
              triggerLook={{ variant: "quiet" }}
              open={asks}
              onOpenChange={setAsks}
            >
              <DialogActions>
                <Button
                  variant="danger"
                  pending={busy}
                  onClick={() =>
                    void run(
                      () => inviting.revokeInvitationsAction(company, { of: { ids: [leaverId] } }),
                      text("revoked"),
                    ).then(() => setAsks(false))
                  }
                >
                  {text("revoke")}
                </Button>
              </DialogActions>
            </Dialog>
          )}
        </div>
        <InlineError>{error}</InlineError>
      </div>
      <Toast onOver={() => setDone("")}>{done}</Toast>
    </Section>
  );

  function mailWords({ state, sentAt, dueAt, address, answer }: InvitationMail): string {
    const words = text(`mail.${state}`, { date: day(sentAt ?? dueAt) ?? "" });
    const reason = state === "BOUNCED" && answer ? bounceReason(answer) : null;
    return [words, address, reason && text(`reasons.${reason}`), answer].filter(Boolean).join(" · ");
  }
}
