import "server-only";
import { createTranslator } from "use-intl/core";
import { enterScope, everyCompany, type Tx } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { savedSearchHref } from "#lib/hrefs.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { localeOf, type Notification, type NotificationSource } from "#lib/notifications/schema.ts";
import { mailInstead } from "#lib/notifications/sources.ts";
import { displayName } from "#lib/people/names.ts";
import { enterMember, tellSearchNews } from "#lib/people/search-news.ts";
import { findVisible, personRow } from "#lib/people/visible.ts";

/** How many are named; the rest is a number. */
const maxNamed = 3;

/**
 * Notifications of saved searches that found somebody anew: of each once a day at most, and of each person by one way. A notification's `subject` is the
 * search. How far it was told is kept with the search.
 */
export const searchNotifications: Omit<NotificationSource, "stopMails"> = {
  async queue(tx, way) {
    await tx.$executeRaw`SELECT queue_search_news(${way === "mail"}, ${env().vapid !== null}::boolean)`;
  },

  async findPushes(tx, due) {
    const pushes = [];
    for (const notification of due) {
      const news = await findNews(tx, notification);
      pushes.push(news && { number: 1, write: () => pushPayload(notification, news) });
    }
    return pushes;
  },

  async mailInstead(tx, notification) {
    const { companyId, kind, subject } = notification;
    if (await mailInstead(tx, kind, notification))
      await tx.$executeRaw`SELECT untell_search_news(${companyId}::uuid, ${subject}::uuid)`;
  },

  async findSection(tx, due) {
    const told = [];
    for (const notification of due) {
      const news = await findNews(tx, notification);
      if (news) told.push({ notification, news });
    }
    const [first, ...others] = told;
    if (!first) return null;
    return {
      told: told.map(({ notification: { subject } }) => ({ subject, number: 1 })),
      write: () => mailSection(first, others),
    };
  },
};

/** `people`: of how many it tells. */
type News = { search: string; names: string[]; people: number };
type Told = { notification: Notification; news: News };

const namedRow = personRow.pick({ memberId: true, familyName: true, givenName: true, preferredName: true });

/** Whom the search found anew, with its member's eyes as they are now; they count as told. Null where there is nobody to tell of. */
async function findNews(tx: Tx, { companyId, memberId, subject }: Notification): Promise<News | null> {
  if (!(await enterMember(tx, companyId, memberId))) return null;
  const news = await readNews(tx, subject);
  await enterScope(tx, everyCompany);
  return news;
}

async function readNews(tx: Tx, id: string): Promise<News | null> {
  const search = await tx.savedSearch.findFirst({ where: { id }, select: { name: true, query: true } });
  if (!search) return null;
  const ids = await tellSearchNews(tx, { id, query: search.query });
  if (ids.length === 0) return null;
  const rows = await findVisible(tx, ids.slice(0, maxNamed), namedRow);
  const names = new Map(rows.map((row) => [row.memberId, displayName(row)]));
  return {
    search: search.name,
    names: ids.flatMap((one) => names.get(one) ?? []),
    people: ids.length,
  };
}

async function pushPayload(notification: Notification, { search, names, people }: News) {
  const { company, subject } = notification;
  const locale = localeOf(notification);
  const text = createTranslator({ locale, messages: await loadMessages(locale), namespace: "push" });
  const title = text("search", {
    names: names.join(text("comma")),
    others: people - names.length,
    search,
  });
  return { title, body: company, tag: subject, path: pathOf(notification), locale };
}

async function mailSection(first: Told, others: Told[]) {
  const locale = localeOf(first.notification);
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.digest.search" });
  const said = ({ notification, news: { names, people, search } }: Told) => ({
    company: notification.company,
    names: names.join(text("comma")),
    others: people - names.length,
    search,
  });
  return {
    subject: text("subject", said(first)),
    title: text("title"),
    lead: text("lead", said(first)),
    parts: others.flatMap((told) => [
      { kind: "paragraph" as const, text: text("lead", said(told)) },
      { kind: "link" as const, label: text("see", said(told)), href: hrefOf(told.notification) },
    ]),
    button: { label: text("see", said(first)), href: hrefOf(first.notification) },
  };
}

function hrefOf(notification: Notification): string {
  return env().appUrl + pathOf(notification);
}

/** Where it counts as opened, and leads to those who are new. */
function pathOf({ slug, subject }: Notification): string {
  return savedSearchHref(slug, subject);
}
