import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CompanyLimits } from "#components/desk/limits/company-limits.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { audienceFields } from "#lib/people/audiences.ts";
import { inLanguage } from "#lib/people/details.ts";
import { listLimits } from "#lib/people/limits.ts";
import * as limitActions from "./actions.ts";

export async function generateMetadata({
  params,
}: PageProps<"/c/[company]/desk/fields/limits">): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("people.limits"))("title") };
}

export default async function LimitsPage({ params }: PageProps<"/c/[company]/desk/fields/limits">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const limits = await listLimits(viewer).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const [text, names, locale] = await Promise.all([
    getTranslations("people.limits"),
    getTranslations("people.edit.visibility.fields"),
    getLocale(),
  ]);
  const named = limits.map(({ name, ...limit }) => {
    const field = audienceFields.find((one) => one === limit.field);
    return { ...limit, name: name ? inLanguage(name, locale) : field ? names(field) : "" };
  });
  return (
    <Page wide>
      <PageHeading title={text("title")} lead={text("lead")} />
      <CompanyLimits company={company} limits={named} actions={limitActions} />
    </Page>
  );
}
