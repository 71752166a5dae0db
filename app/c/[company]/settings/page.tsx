import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { signOutAction } from "#app/sign-out.ts";
import { LeaveForm } from "#components/live/leave-form.tsx";
import { Appearance } from "#components/settings/appearance.tsx";
import { BlockedList } from "#components/settings/blocked-list.tsx";
import { ChatNotifications } from "#components/settings/chat-notifications.tsx";
import { ChatVisibility } from "#components/settings/chat-visibility.tsx";
import { Language } from "#components/settings/language.tsx";
import { SessionList } from "#components/settings/session-list.tsx";
import { TimeZoneChoice } from "#components/settings/time-zone-choice.tsx";
import { Page } from "#components/shell/page.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { requireAccount, requireViewer } from "#lib/auth/requests.ts";
import { colorSchemes, locales } from "#lib/auth/schema.ts";
import { listSessions } from "#lib/auth/sessions.ts";
import { listBlocked } from "#lib/chat/blocks.ts";
import { findChatPreferences } from "#lib/chat/preferences.ts";
import { env } from "#lib/env.ts";
import { companyHref } from "#lib/hrefs.ts";
import { currentName, listNearTimeZones } from "#lib/i18n/time-zones.ts";
import { findPushEndpoint } from "#lib/push/subscriptions.ts";
import {
  endOwnBlock,
  endOwnOtherSessions,
  endOwnPush,
  endOwnSession,
  keepOwnPush,
  listAllTimeZones,
} from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("settings");
  return { title: text("title") };
}

export default async function Settings({ params }: PageProps<"/c/[company]/settings">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const account = await requireAccount();
  const text = await getTranslations("settings");
  const locale = await getLocale();
  const [sessions, chat, blocked, endpoint] = await Promise.all([
    listSessions(account),
    findChatPreferences(viewer),
    listBlocked(viewer),
    findPushEndpoint(account),
  ]);
  const publicKey = env().vapid?.publicKey;
  return (
    <Page>
      <PageHeading title={text("title")} />
      <Section title={text("display.title")} description={text("display.text")}>
        <div className="grid gap-4">
          <Language kept={account.locale} locales={locales} />
          <Appearance kept={account.colorScheme} schemes={colorSchemes} />
          <TimeZoneChoice
            kept={currentName(account.timeZone)}
            near={listNearTimeZones(locale, account.timeZone, new Date())}
            load={listAllTimeZones}
          />
        </div>
      </Section>
      <Section title={text("chat.title")} description={text("chat.text")}>
        <ChatVisibility slug={company} kept={chat} />
      </Section>
      <Section title={text("blocked.title")} description={text("blocked.text")}>
        <BlockedList people={blocked} end={endOwnBlock.bind(null, company)} />
      </Section>
      <Section title={text("notifications.title")} description={text("notifications.text")}>
        <ChatNotifications
          slug={company}
          kept={chat}
          push={publicKey ? { publicKey, endpoint, keep: keepOwnPush, end: endOwnPush } : null}
        />
      </Section>
      <Section title={text("sessions.title")} description={text("sessions.text")}>
        <SessionList
          sessions={sessions
            .map(({ id, userAgent, lastSeenAt, current }) => ({
              id,
              userAgent,
              lastSeenAt: lastSeenAt.toISOString(),
              current,
            }))
            .sort((a, b) => Number(b.current) - Number(a.current))}
          end={endOwnSession}
          endOthers={endOwnOtherSessions}
        />
      </Section>
      <Section title={text("account.title")}>
        <Facts facts={[{ term: text("account.email"), value: account.email }]} />
        <LeaveForm action={signOutAction} className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/companies">{text("account.companies")}</LinkButton>
          <LinkButton href={companyHref(company, "settings/my-data")}>{text("account.myData")}</LinkButton>
          <SubmitButton variant="secondary">{text("account.signOut")}</SubmitButton>
        </LeaveForm>
      </Section>
    </Page>
  );
}
