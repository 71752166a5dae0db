import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { homeHref } from "#lib/hrefs.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { localeOf, type Notification, type NotificationSource } from "#lib/notifications/schema.ts";
import { nameRow } from "#lib/people/name-row.ts";
import { displayName } from "#lib/people/names.ts";
import { sqlRows } from "#lib/sql.ts";

/** How long the first おかえり waits for others, so that one notification tells of them together. */
const graceSeconds = 10 * 60;

const wordsSchema = z.object({
  spot: z.int(),
  number: z.int(),
  name: nameRow.pick({ familyName: true, givenName: true, preferredName: true }).transform(displayName),
  givers: z.int(),
  line: z.uuid(),
  occurredAt: z.coerce.date(),
});
type Words = z.infer<typeof wordsSchema>;

/** Notifications of おかえり that others said: once a day at most by each way. A notification's `subject` is its member. */
export const feedNotifications: Omit<NotificationSource, "stopMails"> = {
  async queue(tx, way) {
    await tx.$executeRaw`SELECT queue_okaeri(${way === "mail"}, ${graceSeconds} * interval '1 second')`;
  },

  async findPushes(tx, due) {
    const found = await findWords(tx, due);
    return due.map((notification, index) => {
      const words = found.get(index + 1);
      return words ? { number: words.number, write: () => pushPayload(notification, words) } : null;
    });
  },

  async findSection(tx, due) {
    const [first] = due;
    const words = (await findWords(tx, due)).get(1);
    if (!first || !words) return null;
    return {
      told: [{ subject: first.subject, number: words.number }],
      write: () => mailSection(first, words),
    };
  },
};

async function findWords(
  tx: Parameters<NotificationSource["findPushes"]>[0],
  due: Notification[],
): Promise<Map<number, Words>> {
  const rows = await sqlRows(tx, wordsSchema)`
    SELECT * FROM okaeri_words(${due.map(({ companyId }) => companyId)}::uuid[], ${due.map(({ memberId }) => memberId)}::uuid[],
      ${due.map(({ told }) => told)}::int[])`;
  return new Map(rows.map((row) => [row.spot, row]));
}

async function pushPayload(notification: Notification, words: Words) {
  const { company, subject } = notification;
  const locale = localeOf(notification);
  const text = createTranslator({ locale, messages: await loadMessages(locale), namespace: "push" });
  const title = text("okaeri", { name: words.name, others: words.givers - 1 });
  return { title, body: company, tag: subject, path: pathOf(notification, words), locale };
}

async function mailSection(notification: Notification, words: Words) {
  const { company } = notification;
  const locale = localeOf(notification);
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.digest.okaeri" });
  const said = { name: words.name, others: words.givers - 1 };
  return {
    subject: text("subject", said),
    title: text("title"),
    lead: text("lead", { ...said, company }),
    parts: [],
    button: { label: text("open"), href: env().appUrl + pathOf(notification, words) },
  };
}

/** The page of the feed that begins with the line. */
function pathOf({ slug }: Notification, { line, occurredAt }: Words): string {
  const before = `${new Date(occurredAt.getTime() + 1).toISOString()}~${line}`;
  return `${homeHref(slug)}?before=${encodeURIComponent(before)}`;
}
