import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countWaiting } from "#app/c/[company]/waiting-corrections.tsx";
import { DeskStart } from "#components/desk/desk-start.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { findDeskStart } from "#lib/leavers/desk-start.ts";

export async function generateMetadata({ params }: PageProps<"/c/[company]/desk">): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskPage({ params }: PageProps<"/c/[company]/desk">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const [{ counts, upcoming }, corrections] = await Promise.all([
    findDeskStart(viewer),
    countWaiting(viewer),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("desk");
  return (
    <Page wide>
      <PageHeading title={text("title")} lead={text("start.lead")} />
      <DeskStart company={company} counts={{ ...counts, corrections }} upcoming={upcoming} />
    </Page>
  );
}
