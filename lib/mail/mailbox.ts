import "server-only";
import { z } from "zod";
import { type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";

const line = { id: true, to: true, subject: true, createdAt: true } as const;

export type MailLine = { id: string; to: string; subject: string; createdAt: Date };
export type KeptMail = MailLine & { html: string; text: string };

/** The mails kept instead of being sent, the newest first, at most 100. Throws NotFound where there is no mailbox. */
export async function listKeptMails(): Promise<MailLine[]> {
  return withMailbox((tx) => tx.mail.findMany({ orderBy: { id: "desc" }, take: 100, select: line }));
}

/** One of them. Throws NotFound for any other id, and where there is no mailbox. */
export async function findKeptMail(id: string): Promise<KeptMail> {
  return withMailbox(async (tx) => {
    const select = { ...line, html: true, text: true };
    const mail = z.uuid().safeParse(id).success && (await tx.mail.findUnique({ where: { id }, select }));
    if (!mail) throw new NotFound();
    return mail;
  });
}

async function withMailbox<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!env().sampleDoors) throw new NotFound();
  return withScope({ process: "mailbox" }, work);
}
