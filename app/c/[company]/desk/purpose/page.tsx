import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Keeping } from "#components/desk/purpose/keeping.tsx";
import { Purpose } from "#components/desk/purpose/purpose.tsx";
import { PurposeVersions } from "#components/desk/purpose/purpose-versions.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import type { Locale } from "#lib/auth/schema.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { NotFound } from "#lib/errors.ts";
import { findKeeping } from "#lib/leavers/keeping.ts";
import { listPurposes } from "#lib/leavers/purposes.ts";
import { countExpiringAction, keepLeaversAction, writePurposeAction } from "./actions.ts";

export async function generateMetadata({
  params,
}: PageProps<"/c/[company]/desk/purpose">): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("desk.purpose"))("page.title") };
}

export default async function PurposePage({ params }: PageProps<"/c/[company]/desk/purpose">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const [versions, keeping, own] = await Promise.all([
    listPurposes(viewer),
    findKeeping(viewer),
    findCompany(viewer),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("desk.purpose");
  return (
    <Page wide>
      <PageHeading title={text("page.title")} lead={text("lead")} />
      <Purpose
        slug={company}
        examples={{
          ja: await exampleIn("ja", own.name),
          en: await exampleIn("en", own.nameEn),
        }}
        memberId={viewer.memberId}
        versions={versions}
        write={writePurposeAction}
      />
      {versions.length > 0 && <PurposeVersions versions={versions} />}
      <Keeping slug={company} keeping={keeping} count={countExpiringAction} keep={keepLeaversAction} />
    </Page>
  );
}

async function exampleIn(locale: Locale, company: string): Promise<string> {
  return (await getTranslations({ locale, namespace: "desk.purpose" }))("example", { company });
}
