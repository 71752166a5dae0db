import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { MailBody } from "#components/mailbox/mail-body.tsx";
import { Page } from "#components/shell/page.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import { findKeptMail } from "#lib/mail/mailbox.ts";

export default async function KeptMail({ params }: PageProps<"/mailbox/[id]">) {
  if (!env().sampleDoors) notFound();
  const mail = await findKeptMail((await params).id).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const text = await getTranslations("front.mailbox");
  const format = await getFormatter();
  return (
    <Page>
      <p className="mb-4 text-sm">
        <TextLink href="/mailbox">{text("back")}</TextLink>
      </p>
      <PageHeading title={mail.subject} foreign />
      <Facts
        facts={[
          { term: text("to"), value: mail.to },
          {
            term: text("at"),
            value: format.dateTime(mail.createdAt, { dateStyle: "long", timeStyle: "medium" }),
          },
        ]}
      />
      <MailBody html={mail.html} text={mail.text} />
    </Page>
  );
}
