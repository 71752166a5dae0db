import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnSections } from "#components/profile/own/own-sections.tsx";
import { ProfileViews } from "#components/profile/own/profile-views.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { findSuggestion } from "#lib/people/reminders.ts";
import { readOwn } from "./own.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("people.edit");
  return { title: text("title") };
}

export default async function OwnProfilePage({ params, searchParams }: PageProps<"/c/[company]/profile">) {
  const { company } = await params;
  const { open } = await searchParams;
  const viewer = await requireViewer(company);
  const text = await getTranslations("people.edit");
  const [own, suggestion] = await Promise.all([readOwn(company, viewer), findSuggestion(viewer)]);
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead")} />
      <ProfileViews company={company} current="write" />
      <OwnSections {...own} opens={open === "work" ? open : null} suggestion={suggestion} />
    </Page>
  );
}
