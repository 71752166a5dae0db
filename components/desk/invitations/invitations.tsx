"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { DeskLine } from "#components/desk/desk-line.tsx";
import { InvitationTag } from "#components/desk/leavers/invitation-tag.tsx";
import { leaversHref } from "#components/desk/leavers/leavers-href.ts";
import { Banner } from "#components/ui/banner.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { List } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { companyHref } from "#lib/hrefs.ts";
import type { InvitationCounts } from "#lib/invitations/schema.ts";
import { invitationStatuses } from "#lib/leavers/list-policy.ts";

type InvitationsProps = {
  company: string;
  counts: InvitationCounts;
  /** How many mails go in a minute. */
  perMinute: number;
  /** It is said who the mails are from. */
  ready: boolean;
};

const lookAgainMs = 10_000;

/** How the company's invitations stand; each figure leads to its people. */
export function Invitations({ company, counts, perMinute, ready }: InvitationsProps) {
  const text = useTranslations("desk.invitations");
  const { statuses, waiting, refused } = counts;
  useFresh(waiting > 0);
  const shown = invitationStatuses.filter((status) => status !== "none" && statuses[status] > 0);
  const textHref = companyHref(company, "desk/invitations/text");
  return (
    <>
      <div className="mb-6 grid gap-3 empty:hidden">
        {!ready && (
          <Banner
            tone="careful"
            title={text("notReady.title")}
            action={<LinkButton href={textHref}>{text("notReady.link")}</LinkButton>}
          >
            {text("notReady.text")}
          </Banner>
        )}
        {waiting > 0 && (
          <Banner tone="waiting" title={text("waiting.title", { count: waiting })}>
            {text("waiting.text", { perMinute })}
          </Banner>
        )}
        {statuses.bounced > 0 && (
          <Banner
            tone="wrong"
            title={text("bounced.title", { count: statuses.bounced })}
            action={
              <LinkButton href={leaversHref(company, { invitation: ["bounced"] })}>
                {text("bounced.link")}
              </LinkButton>
            }
          >
            {text("bounced.text")}
          </Banner>
        )}
      </div>
      <Section title={text("standing.title")} description={text("standing.description")}>
        {shown.length === 0 ? (
          <EmptyState
            small
            picture={<MailSlot />}
            title={text("none.title")}
            action={<LinkButton href={leaversHref(company)}>{text("none.link")}</LinkButton>}
          >
            {text("none.text")}
          </EmptyState>
        ) : (
          <List>
            {shown.map((status) => (
              <DeskLine
                key={status}
                href={leaversHref(company, { invitation: [status] })}
                name={<InvitationTag status={status} />}
                hint={text(`hints.${status}`)}
              >
                {text("people", { count: statuses[status] })}
              </DeskLine>
            ))}
            <DeskLine
              href={leaversHref(company, { invitation: ["none"] })}
              name={<InvitationTag status="none" />}
              hint={text("hints.none")}
            >
              {text("people", { count: statuses.none })}
            </DeskLine>
          </List>
        )}
        {refused && (
          <p className="mt-4 text-sm text-ink-soft">
            {text("refused", { count: refused.people, date: refused.lastOn })}
          </p>
        )}
      </Section>
      <Section title={text("words.title")} description={text("words.short")}>
        <LinkButton href={textHref}>{text("words.link")}</LinkButton>
      </Section>
    </>
  );
}

/** While something goes on the page looks again now and then. */
function useFresh(goesOn: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!goesOn) return;
    const looking = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, lookAgainMs);
    return () => clearInterval(looking);
  }, [goesOn, router]);
}
