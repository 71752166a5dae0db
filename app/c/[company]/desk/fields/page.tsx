import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CompanyFields } from "#components/desk/fields/company-fields.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { listDeskFields } from "#lib/people/desk-fields.ts";
import { maxFields } from "#lib/people/policy.ts";
import * as fieldActions from "./actions.ts";

export async function generateMetadata({ params }: PageProps<"/c/[company]/desk/fields">): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("people.fields"))("title") };
}

export default async function FieldsPage({ params }: PageProps<"/c/[company]/desk/fields">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const fields = await listDeskFields(viewer).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("people.fields");
  return (
    <Page wide>
      <PageHeading title={text("title")} lead={text("lead", { max: maxFields })} />
      <CompanyFields company={company} memberId={viewer.memberId} fields={fields} actions={fieldActions} />
    </Page>
  );
}
