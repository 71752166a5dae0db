import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titleForHr } from "#app/c/[company]/desk/leavers/title.ts";
import { Invitations } from "#components/desk/invitations/invitations.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import { countInvitations } from "#lib/invitations/reading.ts";
import { findInvitationTexts } from "#lib/invitations/texts.ts";

type InvitationsPageProps = PageProps<"/c/[company]/desk/invitations">;

export async function generateMetadata({ params }: InvitationsPageProps): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("desk.invitations"))("page.title"));
}

export default async function InvitationsPage({ params }: InvitationsPageProps) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const [counts, { sender }] = await Promise.all([
    countInvitations(viewer),
    findInvitationTexts(viewer),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("desk.invitations");
  return (
    <Page wide>
      <PageHeading title={text("page.title")} lead={text("lead")} />
      <Invitations
        company={company}
        counts={counts}
        perMinute={env().invitationsPerMinute}
        ready={sender !== null}
      />
    </Page>
  );
}
