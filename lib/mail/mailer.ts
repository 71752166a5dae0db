import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { addJob } from "#lib/jobs/jobs.ts";

/**
 * A mail as it will be read: one address, one line of subject, the same said twice. `unsubscribe`, for those that come unasked:
 * the address that stops mails of this kind when it is posted to, and leads to where one does when it is opened.
 */
export type MailDraft = { to: string; subject: string; html: string; text: string; unsubscribe?: string };

/**
 * A mail within the caller's transaction: it goes out when, and only when, that commits. Returns its id. The transaction is in the scope of
 * the address that it goes to, or of the worker over every company; else the database refuses it.
 */
export async function queueMail(tx: Tx, draft: MailDraft): Promise<string> {
  const id = newId();
  // createMany, which returns no row: the app may insert a mail, but read only the one that its scope names.
  await tx.mail.createMany({
    data: [{ ...draft, to: address.parse(draft.to), subject: oneLine.parse(draft.subject), id }],
  });
  await addJob(tx, "mail", { mailId: id });
  return id;
}

// A last check before the mail server: no header or second recipient can hide in an address or a subject.
const address = z
  .string()
  .regex(/^[!-~]+@[!-~]+$/)
  .regex(/^[^,;:"'<>()[\]\\@]+@[^,;:"'<>()[\]\\@]+$/);
const oneLine = z.string().transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
