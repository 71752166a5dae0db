import "server-only";
import { withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { memberKey, readMemberKey } from "#lib/member-keys.ts";
import type { NotificationSources, Reader } from "#lib/notifications/schema.ts";

const purpose = "stop mails";

/**
 * A key that stops these mails to this member and does nothing else, for their mail program (RFC 8058), which is not signed in. Good until
 * AUTH_SECRET changes.
 */
export function stopToken(reader: Reader): string {
  return memberKey(purpose, reader);
}

/** Lets the member for whom the key was made have no more of these mails. Doing it again changes nothing. Throws NotFound for any other key. */
export async function stopMails(sources: NotificationSources, token: string): Promise<void> {
  const { companyId, memberId } = readMemberKey(purpose, token);
  await withScope({ companyId, memberId }, async (tx) => {
    if ((await tx.member.count({ where: { companyId, id: memberId, status: { not: "LEFT" } } })) === 0)
      throw new NotFound();
    for (const source of Object.values(sources)) await source.stopMails(tx, { companyId, memberId });
  });
}
