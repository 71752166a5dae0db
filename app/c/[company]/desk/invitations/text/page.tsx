import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  previewInvitationAction,
  writeInvitationTextAction,
  writeSenderAction,
} from "#app/c/[company]/desk/invitations/actions.ts";
import { titleForHr } from "#app/c/[company]/desk/leavers/title.ts";
import { InvitationWordsSection } from "#components/desk/invitations/invitation-words.tsx";
import { SenderSection } from "#components/desk/invitations/sender.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { locales } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { findInvitationTexts } from "#lib/invitations/texts.ts";

type TextPageProps = PageProps<"/c/[company]/desk/invitations/text">;

export async function generateMetadata({ params }: TextPageProps): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("desk.invitations"))("words.title"));
}

export default async function InvitationTextPage({ params }: TextPageProps) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const { sender, texts } = await findInvitationTexts(viewer).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("desk.invitations");
  return (
    <Page wide>
      <PageHeading title={text("words.title")} lead={text("words.lead")} />
      <SenderSection slug={company} memberId={viewer.memberId} sender={sender} write={writeSenderAction} />
      {locales.map((locale) => (
        <InvitationWordsSection
          key={locale}
          slug={company}
          memberId={viewer.memberId}
          locale={locale}
          {...texts[locale]}
          write={writeInvitationTextAction}
          preview={previewInvitationAction}
        />
      ))}
    </Page>
  );
}
