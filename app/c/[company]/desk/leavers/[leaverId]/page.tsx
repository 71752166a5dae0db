import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import * as leaverActions from "#app/c/[company]/desk/leavers/actions.ts";
import { knownTags } from "#app/c/[company]/desk/leavers/known-tags.ts";
import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { titleForHr } from "#app/c/[company]/desk/leavers/title.ts";
import { LeaverRecord } from "#components/desk/leavers/leaver-record.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { findInvitation } from "#lib/invitations/reading.ts";
import { findLeaver } from "#lib/leavers/record.ts";

type LeaverPageProps = PageProps<"/c/[company]/desk/leavers/[leaverId]">;

export async function generateMetadata({ params }: LeaverPageProps): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("leavers.record"))("pageTitle"));
}

export default async function LeaverPage({ params }: LeaverPageProps) {
  const { company, leaverId } = await params;
  const viewer = await requireViewer(company);
  const today = readerDay(await requireAccount());
  const id = z.uuid().safeParse(leaverId);
  if (!id.success) return notFound();
  const [detail, tags, invitation] = await Promise.all([
    findLeaver(viewer, id.data),
    knownTags(viewer, today),
    findInvitation(viewer, id.data),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  return (
    <LeaverRecord
      company={company}
      detail={detail}
      today={today}
      tags={tags}
      actions={leaverActions}
      invitation={invitation}
      inviting={invitationActions}
    />
  );
}
