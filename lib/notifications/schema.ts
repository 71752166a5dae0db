import { z } from "zod";
import { type Locale, localeSchema } from "#lib/auth/schema.ts";
import type { Tx } from "#lib/db.ts";
import { NotificationKind } from "#lib/generated/prisma/enums.ts";
import type { MailPart } from "#lib/mail/parts.ts";
import type { PushPayload } from "#lib/push/schema.ts";

export { NotificationKind };

/** The ways by which somebody is told who is not looking. */
export type Way = "push" | "mail";

/**
 * Something to tell a member, as a worker claimed it (prisma/sql/notifications). `subject`: what it is about. `told`: how far it was told by
 * this way before, counted as its domain counts. `locale`: of the account, and not sure to be one.
 */
export const notificationSchema = z.object({
  companyId: z.uuid(),
  memberId: z.uuid(),
  kind: z.enum(NotificationKind),
  subject: z.uuid(),
  told: z.int(),
  slug: z.string(),
  company: z.string(),
  locale: z.string(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** The language in which a notification is told. Throws ZodError where the account has none that is known. */
export function localeOf(notification: Pick<Notification, "locale">): Locale {
  return z.object({ locale: localeSchema }).parse(notification).locale;
}

export type Reader = { companyId: string; memberId: string };

/** What one kind of notification says in a mail; the mail has the subject and the title of the first. */
export type MailSection = {
  subject: string;
  title: string;
  lead: string;
  parts: MailPart[];
  button: { label: string; href: string };
};

/** Words that are found and not yet written: `write` throws ZodError for what cannot be. `number`: how far they tell. */
type Words<T> = { number: number; write: () => Promise<T> };

/** What a domain gives for a kind of notification of its own (lib/registry/notifications.ts). */
export type NotificationSource = {
  /** Writes into the notifications what there is to tell by now. */
  queue: (tx: Tx, way: Way) => Promise<void>;
  /** What a push says of each of these, in their order; null where there is nothing to tell any more. */
  findPushes: (tx: Tx, due: Notification[]) => Promise<(Words<PushPayload> | null)[]>;
  /** No browser took the push of this one: has it mailed. Left out where mails come by themselves of what is not read. */
  mailInstead?: (tx: Tx, notification: Notification) => Promise<void>;
  /** What a mail says of these, all of one member; null where there is nothing to tell any more. `told`: how far it tells of each. */
  findSection: (
    tx: Tx,
    due: Notification[],
  ) => Promise<{ told: { subject: string; number: number }[]; write: () => Promise<MailSection> } | null>;
  /** Mails the member nothing of this kind from now on; doing it again changes nothing. Within the company's scope. */
  stopMails: (tx: Tx, reader: Reader) => Promise<void>;
};
export type NotificationSources = Record<NotificationKind, NotificationSource>;
