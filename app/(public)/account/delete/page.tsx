import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "#components/leaving/delete-account.tsx";
import { TwoSides } from "#components/leaving/two-sides.tsx";
import { Page } from "#components/shell/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireAccount } from "#lib/auth/requests.ts";
import { askForDeletion, confirmDeletion } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("leaving.account");
  return { title: text("title") };
}

export default async function AccountDeletion() {
  const { email, sample } = await requireAccount();
  const text = await getTranslations("leaving.account");
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead", { email })} />
      <Section title={text("whatTitle")}>
        <TwoSides
          sides={[
            { mark: "goes", title: text("goes"), lines: [text("companies"), text("signIn"), text("device")] },
            {
              mark: "stays",
              title: text("stays"),
              lines: [text("lines"), text("others"), text("backups"), text("limits")],
            },
          ]}
        />
        <p className="mt-6 text-sm text-ink-soft">{text("owner")}</p>
        {sample && (
          <div className="mt-4">
            <Banner tone="careful">{text("sample")}</Banner>
          </div>
        )}
      </Section>
      <Section title={text("confirmTitle")} description={text("confirmText")}>
        <DeleteAccount email={email} ask={askForDeletion} confirm={confirmDeletion} />
      </Section>
      <p className="text-sm">
        <TextLink href="/companies">{text("back")}</TextLink>
      </p>
    </Page>
  );
}
