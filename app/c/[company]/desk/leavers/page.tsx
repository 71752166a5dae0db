import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as invitationActions from "#app/c/[company]/desk/invitations/actions.ts";
import { LeaversList } from "#components/desk/leavers/leavers-list.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { listLeavers } from "#lib/leavers/list.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { pack } from "#lib/packed.ts";
import * as leaverActions from "./actions.ts";
import { readerDay } from "./reader-day.ts";
import { titleForHr } from "./title.ts";

export async function generateMetadata({
  params,
}: PageProps<"/c/[company]/desk/leavers">): Promise<Metadata> {
  const { company } = await params;
  return titleForHr(company, async () => (await getTranslations("leavers.list"))("title"));
}

export default async function LeaversPage({ params, searchParams }: PageProps<"/c/[company]/desk/leavers">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const today = readerDay(await requireAccount());
  const query = leaverQuerySchema.parse(await searchParams);
  const page = await listLeavers(viewer, query, today).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  return (
    <LeaversList
      company={company}
      query={query}
      page={pack(page)}
      today={today}
      actions={leaverActions}
      inviting={invitationActions}
    />
  );
}
