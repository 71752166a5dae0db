import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailLines } from "#components/mailbox/mail-lines.tsx";
import { Page } from "#components/shell/page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { env } from "#lib/env.ts";
import { listKeptMails } from "#lib/mail/mailbox.ts";

export async function generateMetadata(): Promise<Metadata> {
  if (!env().sampleDoors) notFound();
  const text = await getTranslations("front.mailbox");
  return { title: text("title") };
}

export default async function Mailbox() {
  if (!env().sampleDoors) notFound();
  const text = await getTranslations("front.mailbox");
  const mails = await listKeptMails();
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead")} />
      {mails.length > 0 ? (
        <MailLines mails={mails} />
      ) : (
        <EmptyState
          picture={<MailSlot />}
          title={text("emptyTitle")}
          action={<LinkButton href="/sign-in">{text("signIn")}</LinkButton>}
        >
          {text("emptyText")}
        </EmptyState>
      )}
    </Page>
  );
}
