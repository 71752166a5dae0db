import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import * as frameActions from "#app/c/[company]/chat/frame-actions.ts";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { PageMessages } from "#app/page-messages.tsx";
import { signOutAction } from "#app/sign-out.ts";
import { ChatFrame } from "#components/chat/frame/chat-frame.tsx";
import { UnreadBadge } from "#components/chat/frame/unread.tsx";
import { ThreadLine } from "#components/chat/threads/thread-line.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { OfflineLine } from "#components/live/offline-line.tsx";
import { ServiceWorker } from "#components/live/service-worker.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { countUnread } from "#lib/chat/thread-list.ts";
import { listMemberships } from "#lib/companies/companies.ts";
import { companyName } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { homeHref } from "#lib/hrefs.ts";
import { companyMessages } from "#lib/i18n/message-sets.ts";
import { findPerson } from "#lib/people/people.ts";
import { findInCompanyAction } from "./palette-actions.ts";

type CompanyLayoutProps = { params: Promise<{ company: string }>; children: ReactNode };

export default async function CompanyLayout({ params, children }: CompanyLayoutProps) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const account = await requireAccount();
  const locale = await getLocale();
  const [memberships, person, unread] = await Promise.all([
    listMemberships(account),
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
  const pageViewer = { company: slug, memberId: viewer.memberId, role: viewer.role };
  return (
    <PageMessages of={companyMessages}>
      <LiveProvider key={slug} url={env().realtimeUrl} company={slug}>
        <OfflineLine />
        <ServiceWorker />
        <ChatFrame slug={slug} viewerId={viewer.memberId} unread={unread} actions={{ ...frameActions }}>
          <Frame
            company={company}
            companies={companies}
            viewer={{
              ...pageViewer,
              displayName: person.displayName,
              monogram: person.monogram,
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
