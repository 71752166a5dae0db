import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { mailedThreadSchema, sectionOf } from "#lib/chat/notification-mail.ts";
import {
  newLineSchema,
  shortenText,
  threadPath,
  threadTitle,
  unreadLabel,
  unreadThreadSchema,
} from "#lib/chat/notification-texts.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { localeOf, type Notification, type NotificationSource } from "#lib/notifications/schema.ts";
import type { PushPayload } from "#lib/push/schema.ts";
import { sqlRows } from "#lib/sql.ts";

/** How long a message may be read on an open screen before a push is sent. */
const graceSeconds = 4;
const maxCharacters = 160;

/** `spot` is the 1-based index into the input arrays; `number` that of the thread's last line. */
const rowSchema = z.looseObject({ spot: z.int(), number: z.int() });
const pushedThreadSchema = unreadThreadSchema.extend(newLineSchema.shape);

/** Notifications of conversations: unread lines, requests, invitations. A notification's `subject` is the thread's id. */
export const chatNotifications: NotificationSource = {
  async queue(tx, way) {
    if (way === "push") await tx.$executeRaw`SELECT queue_chat_pushes(${graceSeconds} * interval '1 second')`;
    else await tx.$executeRaw`SELECT queue_chat_mails()`;
  },

  async findPushes(tx, due) {
    const { companies, members, threads, told } = columnsOf(due);
    const rows = await sqlRows(tx, rowSchema)`
      SELECT * FROM chat_push_words(${companies}::uuid[], ${members}::uuid[], ${threads}::uuid[], ${told}::int[])`;
    const found = new Map(rows.map((row) => [row.spot, row]));
    return due.map((notification, index) => {
      const row = found.get(index + 1);
      if (!row) return null;
      return {
        number: row.number,
        write: async () => pushPayload(notification, pushedThreadSchema.parse(row)),
      };
    });
  },

  async findSection(tx, due) {
    const { companies, members, threads, told } = columnsOf(due);
    const rows = await sqlRows(tx, rowSchema)`
      SELECT * FROM chat_mail_words(${companies}::uuid[], ${members}::uuid[], ${threads}::uuid[], ${told}::int[])`;
    const [first, ...others] = rows.flatMap((row) => {
      const notification = due[row.spot - 1];
      return notification ? [{ notification, row }] : [];
    });
    if (!first) return null;
    const read = ({ notification, row }: typeof first) => ({
      notification,
      thread: mailedThreadSchema.parse(row),
    });
    return {
      told: [first, ...others].map(({ notification: { subject }, row: { number } }) => ({ subject, number })),
      write: async () => sectionOf([read(first), ...others.map(read)]),
    };
  },

  async stopMails(tx, { companyId, memberId }) {
    await tx.chatPreferences.upsert({
      where: { companyId_memberId: { companyId, memberId } },
      create: { companyId, memberId, mailAfterMinutes: 0 },
      update: { mailAfterMinutes: 0 },
    });
  },
};

function columnsOf(due: Notification[]) {
  return {
    companies: due.map(({ companyId }) => companyId),
    members: due.map(({ memberId }) => memberId),
    threads: due.map(({ subject }) => subject),
    told: due.map(({ told }) => told),
  };
}

async function pushPayload(
  notification: Notification,
  thread: z.infer<typeof pushedThreadSchema>,
): Promise<PushPayload> {
  const { subject: tag, company } = notification;
  const locale = localeOf(notification);
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "push" });
  const where = { tag, path: threadPath(notification), locale };
  const { asked, direct, name, words, files } = thread;
  const author = thread.author ?? text("former");
  if (asked && direct) return { ...where, title: text("request", { name: author }), body: company };
  if (asked) {
    const body = [name, company].filter(Boolean).join("\n");
    return { ...where, title: text("invitation", { name: author }), body };
  }
  const title = threadTitle(thread, author, locale);
  const unread = unreadLabel(thread.unread);
  if (words === null) return { ...where, title, body: `${text("new", { count: unread })}\n${company}` };
  const said = shortenText(words, maxCharacters) || text("files", { count: files });
  const line = direct ? said : text("said", { name: author, text: said });
  return {
    ...where,
    title,
    body: thread.unread > 1 ? `${line}\n${text("unread", { count: unread })}` : line,
  };
}
