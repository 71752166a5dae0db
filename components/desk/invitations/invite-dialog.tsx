"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import { leaversHref } from "#components/desk/leavers/leavers-href.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { BareList } from "#components/ui/list.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { companyHref } from "#lib/hrefs.ts";
import { type Obstacle, obstacles } from "#lib/invitations/policy.ts";
import type { InvitingCounts } from "#lib/invitations/schema.ts";
import type { GivenSelection } from "#lib/leavers/record-input.ts";
import { MailPreview } from "./mail-preview.tsx";

type InviteDialogProps = {
  company: string;
  selection: GivenSelection;
  actions: Pick<
    typeof invitationActions,
    "countInvitableAction" | "inviteLeaversAction" | "previewInvitationAction"
  >;
  onClose: () => void;
  onInvited: (sent: { invited: number; reminded: number }) => void;
};

const locales = ["each", "ja", "en"] as const;
type Asked = (typeof locales)[number];

/** By what the list finds those whom something keeps from being invited. */
const filters: Partial<Record<Obstacle, [name: string, value: string]>> = {
  "no-mail": ["mail", "none"],
  "no-ground": ["ground", "none"],
};

/** Whom a mail goes to is said before any goes. */
export function InviteDialog({ company, selection, actions, onClose, onInvited }: InviteDialogProps) {
  const text = useTranslations("leavers.invitation.dialog");
  const describe = useRefusalText();
  const [counts, setCounts] = useState<InvitingCounts | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [locale, setLocale] = useState<Asked>("each");
  const [busy, setBusy] = useState(false);
  const { countInvitableAction } = actions;
  // What was chosen as it opened.
  const [of] = useState(selection);
  useEffect(() => {
    let asked = true;
    void requestByHttp(() => countInvitableAction(company, { of })).then((answer) => {
      if (!asked) return;
      if (answer.ok) setCounts(answer.data);
      else setFailure(answer);
    });
    return () => {
      asked = false;
    };
  }, [company, countInvitableAction, of]);
  const count = counts ? counts.invite + counts.remind : 0;

  async function send() {
    if (busy) return;
    setBusy(true);
    const answer = await requestByHttp(() => actions.inviteLeaversAction(company, { of, locale, count }));
    setBusy(false);
    if (answer.ok) onInvited(answer.data);
    else setFailure(answer);
  }
  return (
    <Dialog
      title={counts ? text("title", { count }) : text("counting")}
      description={text("description")}
      open
      onOpenChange={onClose}
    >
      <div className="mt-4 grid gap-4">
        {counts && (
          <BareList className="grid gap-1 text-sm tabular-nums">
            <li>{text("invite", { count: counts.invite })}</li>
            {counts.remind > 0 && <li>{text("remind", { count: counts.remind })}</li>}
            {obstacles.flatMap((obstacle) => {
              const people = counts.left[obstacle];
              if (!people) return [];
              const href = hrefOf(obstacle);
              const words = text(`left.${obstacle}`, { count: people });
              return (
                <li key={obstacle} className="text-ink-soft">
                  {href ? <TextLink href={href}>{words}</TextLink> : words}
                </li>
              );
            })}
          </BareList>
        )}
        {count > 0 && (
          <>
            <RadioGroup
              label={text("language")}
              name="language"
              options={locales.map((value) => ({ value, label: text(`languages.${value}`) }))}
              value={locale}
              onValueChange={setLocale}
            />
            <MailPreview
              find={() =>
                actions.previewInvitationAction(company, {
                  of,
                  locale,
                  words: null,
                })
              }
              of={locale}
            />
          </>
        )}
        {failure && <Banner tone="wrong">{words(failure)}</Banner>}
        <DialogActions>
          <Button variant="primary" pending={busy} disabled={count === 0} onClick={() => void send()}>
            {text("submit", { count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );

  /** To those of the ones who match; of some that were chosen one by one there is no list. */
  function hrefOf(obstacle: Obstacle): string | null {
    const filter = filters[obstacle];
    if (!filter || "ids" in of) return null;
    const asked = new URLSearchParams(of.query);
    asked.set(...filter);
    return `${leaversHref(company)}?${asked}`;
  }
  function words(failed: Failure) {
    if (failed.code !== "invalid") return describe(failed);
    if (failed.fields.sender)
      return text.rich("noSender", {
        link: (chunks) => <TextLink href={companyHref(company, "desk/invitations/text")}>{chunks}</TextLink>,
      });
    if (failed.fields.purpose)
      return text.rich("noPurpose", {
        link: (chunks) => <TextLink href={companyHref(company, "desk/purpose")}>{chunks}</TextLink>,
      });
    return text("changed");
  }
}
