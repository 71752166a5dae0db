import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import * as frameActions from "#app/c/[company]/chat/frame-actions.ts";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { PageMessages } from "#app/page-messages.tsx";
import { signOutAction } from "#app/sign-out.ts";
import { ChatFrame } from "#components/chat/frame/chat-frame.tsx";
import { UnreadBadge } from "#components/chat/frame/unread.tsx";
import { ThreadLine } from "#components/chat/threads/thread-line.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { OfflineLine } from "#components/live/offline-line.tsx";
import { OutdatedLine } from "#components/live/outdated-line.tsx";
import { ServiceWorker } from "#components/live/service-worker.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { UnkeptNote } from "#components/settings/unkept-note.tsx";
import { enteringCookie } from "#components/shell/entering.ts";
import { Frame } from "#components/shell/frame.tsx";
import { NorenLift } from "#components/shell/noren-lift.tsx";
import { findMemberships, requireViewer } from "#lib/auth/requests.ts";
import { countUnread } from "#lib/chat/thread-list.ts";
import { companyName } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { homeHref } from "#lib/hrefs.ts";
import { companyMessages } from "#lib/i18n/message-sets.ts";
import { findPerson } from "#lib/people/people.ts";
import { findInCompanyAction } from "./palette-actions.ts";

type CompanyLayoutProps = { params: Promise<{ company: string }>; children: ReactNode };

/** Every page's title ends with whose house it is in. */
export async function generateMetadata({ params }: CompanyLayoutProps): Promise<Metadata> {
  const { company } = await loadFrame((await params).company);
  const product = (await getTranslations("front"))("product");
  return {
    title: { template: `%s – ${company.name} – ${product}`, default: company.name },
  };
}

export default async function CompanyLayout({ params, children }: CompanyLayoutProps) {
  const { company: slug } = await params;
  const { viewer, company, companies, person, unread } = await loadFrame(slug);
  const entering = (await cookies()).has(enteringCookie);
  const pageViewer = { company: slug, memberId: viewer.memberId, role: viewer.role };
  return (
    <PageMessages of={companyMessages}>
      <LiveProvider key={slug} url={env().realtimeUrl} company={slug}>
        <OfflineLine />
        <OutdatedLine />
        <ServiceWorker />
        <UnkeptNote />
        {entering && <NorenLift />}
        <ChatFrame slug={slug} viewerId={viewer.memberId} unread={unread} actions={{ ...frameActions }}>
          <Frame
            company={company}
            companies={companies}
            viewer={{
              ...pageViewer,
              displayName: person.displayName,
              monogram: person.monogram,
              kind: person.kind,
              signOut: signOutAction,
            }}
            badges={{ unread: <UnreadBadge /> }}
            palette={
              <Palette
                viewer={pageViewer}
                companies={companies.filter(({ current }) => !current)}
                find={findInCompanyAction}
                start={startThreadAction}
                ThreadLine={ThreadLine}
              />
            }
            search={<PaletteButton />}
          >
            {children}
          </Frame>
        </ChatFrame>
      </LiveProvider>
    </PageMessages>
  );
}

/** What stands around every page of the company, read once for its title and itself. */
const loadFrame = cache(async (slug: string) => {
  const viewer = await requireViewer(slug);
  const locale = await getLocale();
  const [memberships, person, unread] = await Promise.all([
    findMemberships(),
    findPerson(viewer, viewer.memberId),
    countUnread(viewer),
  ]);
  const companies = memberships
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
  return { viewer, company, companies, person, unread };
});
