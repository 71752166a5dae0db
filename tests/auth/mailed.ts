import type { TestDatabase } from "#tests/support/database.ts";

type Mailed = { subject: string; html: string; text: string; token: string; code: string };

/** The mails to an address, the newest first, with the secrets that its reader finds in them. */
export async function mailsTo(database: TestDatabase, email: string): Promise<Mailed[]> {
  const rows = await database.asOwner<{ subject: string; html: string; text: string }>(
    `SELECT subject, html, text FROM mails WHERE "to" = $1 ORDER BY id DESC`,
    [email],
  );
  return rows.map((row) => ({
    ...row,
    token: row.text.match(/\/sign-in\/link\/([\w-]+)/)?.[1] ?? "",
    code: row.text.match(/^\d{6}$/m)?.[0] ?? "",
  }));
}

export async function lastMailTo(database: TestDatabase, email: string): Promise<Mailed> {
  const [mail] = await mailsTo(database, email);
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
}

/** Every limit starts again. */
export async function forgetTries(database: TestDatabase): Promise<void> {
  await database.asOwner("DELETE FROM rate_limits");
}
