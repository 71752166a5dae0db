import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import * as leaverActions from "#app/c/[company]/desk/leavers/actions.ts";
import { knownTags } from "#app/c/[company]/desk/leavers/known-tags.ts";
import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { titleForHr } from "#app/c/[company]/desk/leavers/title.ts";
import { MergeLeavers } from "#components/desk/leavers/merge-leavers.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { findLeaver } from "#lib/leavers/record.ts";

type MergePageProps = PageProps<"/c/[company]/desk/leavers/[leaverId]/merge/[otherId]">;

export async function generateMetadata({ params }: MergePageProps): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("leavers.record"))("mergeTitle"));
}

export default async function MergePage({ params }: MergePageProps) {
  const { company, ...asked } = await params;
  const viewer = await requireViewer(company);
  const today = readerDay(await requireAccount());
  const ids = z.object({ leaverId: z.uuid(), otherId: z.uuid() }).safeParse(asked);
  if (!ids.success || ids.data.leaverId === ids.data.otherId) return notFound();
  const { leaverId, otherId } = ids.data;
  const [kept, other, tags] = await Promise.all([
    findLeaver(viewer, leaverId),
    findLeaver(viewer, otherId),
    knownTags(viewer, today),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  return (
    <MergeLeavers
      company={company}
      kept={kept.leaver}
      other={other.leaver}
      tags={tags}
      actions={leaverActions}
    />
  );
}
