import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLook } from "#app/c/[company]/note-look.ts";
import { Corrections } from "#components/desk/corrections.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { noteCorrectionLooks } from "#lib/audit/noting.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { listCorrections } from "#lib/people/decisions.ts";
import { decideCorrectionAction } from "./actions.ts";

export async function generateMetadata({
  params,
}: PageProps<"/c/[company]/desk/corrections">): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("people.corrections"))("title") };
}

export default async function CorrectionsPage({ params }: PageProps<"/c/[company]/desk/corrections">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const listed = await listCorrections(viewer).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const shown = [...listed.waiting, ...listed.decided].map(({ person }) => person.memberId);
  noteLook(viewer, () => noteCorrectionLooks(viewer, shown));
  const text = await getTranslations("people.corrections");
  return (
    <Page wide>
      <PageHeading title={text("title")} lead={text("lead")} />
      <Corrections company={company} {...listed} decide={decideCorrectionAction} />
    </Page>
  );
}
