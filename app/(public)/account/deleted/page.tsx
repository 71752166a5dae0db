import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndedMembers } from "#components/live/ended-members.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("leaving.deleted");
  return { title: text("title") };
}

/** After an account was deleted. */
export default async function AccountDeleted() {
  const text = await getTranslations("leaving.deleted");
  return (
    <Page>
      <EndedMembers />
      <PageHeading title={text("title")} lead={text("text")} />
      <TextLink href="/">{text("home")}</TextLink>
    </Page>
  );
}
