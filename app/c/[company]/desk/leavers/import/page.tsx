import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportStart } from "#components/desk/import/import-start.tsx";
import { PastImports } from "#components/desk/import/past-imports.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { listImports } from "#lib/leavers/imports/imports.ts";
import { startImportAction, undoImportAction } from "./actions.ts";

type Props = PageProps<"/c/[company]/desk/leavers/import">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("leavers.import"))("title") };
}

export default async function ImportsPage({ params }: Props) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const imports = await listImports(viewer).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("leavers.import");
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead")} />
      <Section title={text("start.title")}>
        <ImportStart company={company} start={startImportAction} />
      </Section>
      <Section title={text("next.title")}>
        <ul className="grid list-disc gap-2 ps-6 text-sm">
          <li>{text("next.look")}</li>
          <li>{text("next.silent")}</li>
          <li>{text("next.dropped")}</li>
        </ul>
      </Section>
      <Section title={text("past.title")}>
        <PastImports company={company} imports={imports} undo={undoImportAction} />
      </Section>
    </Page>
  );
}
