import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { signOutAction } from "#app/sign-out.ts";
import { CompanyLines } from "#components/front/company-lines.tsx";
import { EndedMembers } from "#components/live/ended-members.tsx";
import { Page } from "#components/shell/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireAccount } from "#lib/auth/requests.ts";
import type { Account } from "#lib/auth/schema.ts";
import { listMemberships, listSuspensions } from "#lib/companies/companies.ts";
import { companyName } from "#lib/companies/schema.ts";
import { joinCompany } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("front.companies");
  return { title: text("title") };
}

export default async function Companies({ searchParams }: PageProps<"/companies">) {
  const account = await requireAccount();
  const text = await getTranslations("front.companies");
  const locale = await getLocale();
  const leaving = await getTranslations("leaving");
  const { left } = await searchParams;
  const memberships = await listMemberships(account);
  const companies = memberships.map((company) => ({ ...company, name: companyName(company, locale) }));
  return (
    <Page>
      <EndedMembers />
      <PageHeading title={text("title")} lead={companies.length > 0 && text("lead")} />
      {left !== undefined && (
        <div className="mb-6">
          <Banner tone="fine">{leaving("left")}</Banner>
        </div>
      )}
      {companies.length > 0 ? (
        <CompanyLines companies={companies} join={joinCompany} />
      ) : (
        <NoCompany account={account} />
      )}
      <form
        action={signOutAction}
        className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm text-ink-soft"
      >
        <p>{text("signedInAs", { email: account.email })}</p>
        {/* Its words stand on the page's edges, on whichever line. */}
        <Button type="submit" variant="quiet" size="small" className="-mx-3 border-x-0">
          {text("signOut")}
        </Button>
      </form>
      <p className="mt-1 text-sm">
        <TextLink href="/account/delete">{leaving("toDeletion.link")}</TextLink>
      </p>
    </Page>
  );
}

/** Why there is no company to open, and whom to ask: one was never invited, or is kept out for now. */
async function NoCompany({ account }: { account: Account }) {
  const text = await getTranslations("front.companies");
  const suspended = await listSuspensions(account);
  if (suspended.length === 0)
    return (
      <EmptyState picture={<Seat />} title={text("empty.title")}>
        {text("empty.text", { email: account.email })}
      </EmptyState>
    );
  const locale = await getLocale();
  const companies = (await getFormatter()).list(suspended.map((company) => companyName(company, locale)));
  return (
    <EmptyState picture={<Lantern />} title={text("suspended.title")}>
      {text("suspended.text", { companies })}
    </EmptyState>
  );
}
