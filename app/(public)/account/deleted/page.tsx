import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/shell/page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
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
      <EmptyState picture={<Seat />} title={text("title")}>
        <p>{text("text")}</p>
        <p className="mt-4">
          <TextLink href="/">{text("home")}</TextLink>
        </p>
      </EmptyState>
    </Page>
  );
}
