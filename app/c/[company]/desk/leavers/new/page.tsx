import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as leaverActions from "#app/c/[company]/desk/leavers/actions.ts";
import { knownTags } from "#app/c/[company]/desk/leavers/known-tags.ts";
import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { titleForHr } from "#app/c/[company]/desk/leavers/title.ts";
import { NewLeaver } from "#components/desk/leavers/new-leaver.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";

export async function generateMetadata({
  params,
}: PageProps<"/c/[company]/desk/leavers/new">): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("leavers.form"))("newTitle"));
}

export default async function NewLeaverPage({ params }: PageProps<"/c/[company]/desk/leavers/new">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const tags = await knownTags(viewer, readerDay(await requireAccount())).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  return <NewLeaver company={company} tags={tags} actions={leaverActions} />;
}
