import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageMessages } from "#app/page-messages.tsx";
import { enteringCookie } from "#components/shell/entering.ts";
import { findMemberships, requireViewer } from "#lib/auth/requests.ts";
import { countUnread } from "#lib/chat/thread-list.ts";
import { companyName } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { homeHref } from "#lib/hrefs.ts";
import { deviceKey } from "#lib/leaving/devices.ts";
import { findOwnCard } from "#lib/people/people.ts";
import { CompanyFrame } from "./company-frame.tsx";
import { countWaiting, WaitingCorrections } from "./waiting-corrections.tsx";

type CompanyLayoutProps = { params: Promise<{ company: string }>; children: ReactNode };

/** Every page's title ends with whose house it is in. */
export async function generateMetadata({ params }: CompanyLayoutProps): Promise<Metadata> {
  const { company } = await listCompanies((await params).company);
  const product = (await getTranslations("front"))("product");
  return {
    title: { template: `%s – ${company.name} – ${product}`, default: company.name },
  };
}

export default async function CompanyLayout({ params, children }: CompanyLayoutProps) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const [{ company, companies }, { displayName, monogram, photo, kind }, unread, waiting, jar] =
    await Promise.all([
      listCompanies(slug),
      findOwnCard(viewer),
      countUnread(viewer),
      countWaiting(viewer),
      cookies(),
    ]);
  const { memberId, role } = viewer;
  return (
    <PageMessages of="company">
      <CompanyFrame
        realtimeUrl={env().realtimeUrl}
        viewer={{ company: slug, memberId, role, displayName, monogram, photo, kind }}
        company={company}
        companies={companies}
        unread={unread}
        corrections={<WaitingCorrections count={waiting} />}
        deviceKey={deviceKey(viewer)}
        entering={jar.has(enteringCookie)}
      >
        {children}
      </CompanyFrame>
    </PageMessages>
  );
}

/** The companies between which the viewer of this one may switch, all read with the session. */
async function listCompanies(slug: string) {
  await requireViewer(slug);
  const locale = await getLocale();
  const companies = (await findMemberships())
    .filter(({ status }) => status === "ACTIVE")
    .map((membership) => ({
      name: companyName(membership, locale),
      href: homeHref(membership.slug),
      hue: membership.accentHue,
      current: membership.slug === slug,
      keywords: `${membership.name} ${membership.nameEn} ${membership.slug}`,
    }));
  const company = companies.find(({ current }) => current);
  if (!company) throw new Error(`a viewer without a membership in ${slug}`);
  return { company, companies };
}
