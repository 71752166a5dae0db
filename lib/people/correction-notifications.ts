import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import type { Locale } from "#lib/auth/schema.ts";
import type { Tx } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { profileHref } from "#lib/hrefs.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { localeOf, type Notification, type NotificationSource } from "#lib/notifications/schema.ts";
import { mailInstead } from "#lib/notifications/sources.ts";
import { correctableFields } from "#lib/people/schema.ts";
import { sqlRows } from "#lib/sql.ts";

/**
 * Notifications of what HR decided about a correction, each told once and by one way: of which field, and no value. A notification's `subject` is the
 * correction.
 */
export const correctionNotifications: Omit<NotificationSource, "stopMails"> = {
  async queue(tx, way) {
    await tx.$executeRaw`SELECT queue_correction_notices(${way === "mail"}, ${env().vapid !== null}::boolean)`;
  },

  async findPushes(tx, due) {
    const found = await findWords(tx, due);
    return due.map((notification, index) => {
      const words = found.get(index + 1);
      return words ? { number: 1, write: () => pushPayload(notification, words) } : null;
    });
  },

  async mailInstead(tx, notification) {
    await mailInstead(tx, notification.kind, notification);
  },

  async findSection(tx, due) {
    const found = await findWords(tx, due);
    const told = due.flatMap((notification, index) => {
      const words = found.get(index + 1);
      return words ? [{ notification, words }] : [];
    });
    const [first, ...others] = told;
    if (!first) return null;
    return {
      told: told.map(({ notification: { subject } }) => ({ subject, number: 1 })),
      write: () =>
        mailSection(
          first,
          others.map(({ words }) => words),
        ),
    };
  },
};

const wordsSchema = z.object({
  spot: z.int(),
  field: z.enum(correctableFields),
  status: z.enum(["CONFIRMED", "DECLINED"]),
});
type Words = z.infer<typeof wordsSchema>;

async function findWords(tx: Tx, due: Notification[]): Promise<Map<number, Words>> {
  const rows = await sqlRows(tx, wordsSchema)`
    SELECT * FROM correction_words(${due.map(({ companyId }) => companyId)}::uuid[], ${due.map(({ memberId }) => memberId)}::uuid[],
      ${due.map(({ subject }) => subject)}::uuid[])`;
  return new Map(rows.map((row) => [row.spot, row]));
}

async function pushPayload(notification: Notification, words: Words) {
  const { company, subject } = notification;
  const locale = localeOf(notification);
  const text = createTranslator({ locale, messages: await loadMessages(locale), namespace: "push" });
  const title = text("correction", await saidOf(words, locale));
  return { title, body: company, tag: subject, path: profileHref(notification.slug), locale };
}

type Told = { notification: Notification; words: Words };

async function mailSection({ notification, words }: Told, others: Words[]) {
  const { company, slug } = notification;
  const locale = localeOf(notification);
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.digest.correction" });
  const lead = async (of: Words) => text("lead", { ...(await saidOf(of, locale)), company });
  return {
    subject: text("subject", await saidOf(words, locale)),
    title: text("title"),
    lead: await lead(words),
    parts: await Promise.all(
      others.map(async (other) => ({ kind: "paragraph" as const, text: await lead(other) })),
    ),
    button: { label: text("open"), href: env().appUrl + profileHref(slug) },
  };
}

async function saidOf({ field, status }: Words, locale: Locale) {
  const messages = await loadMessages(locale);
  const name = createTranslator({ locale, messages, namespace: "people.corrections.fields" });
  return { field: name(field), status };
}
