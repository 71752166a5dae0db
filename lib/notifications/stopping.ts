import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import type { NotificationSources, Reader } from "#lib/notifications/schema.ts";

/**
 * A key that stops these mails to this member and does nothing else, for their mail program (RFC 8058), which is not signed in. Good until
 * AUTH_SECRET changes.
 */
export function stopToken({ companyId, memberId }: Reader): string {
  return `${companyId}.${memberId}.${sign(companyId, memberId)}`;
}

/** Lets the member for whom the key was made have no more of these mails. Doing it again changes nothing. Throws NotFound for any other key. */
export async function stopMails(sources: NotificationSources, token: string): Promise<void> {
  const { companyId, memberId } = readerOf(token);
  await withScope({ companyId, memberId }, async (tx) => {
    if ((await tx.member.count({ where: { companyId, id: memberId, status: { not: "LEFT" } } })) === 0)
      throw new NotFound();
    for (const source of Object.values(sources)) await source.stopMails(tx, { companyId, memberId });
  });
}

const partsSchema = z.tuple([z.uuid(), z.uuid(), z.string()]);

function readerOf(token: string): Reader {
  const parts = partsSchema.safeParse(token.split("."));
  if (!parts.success) throw new NotFound();
  const [companyId, memberId, given] = parts.data;
  const right = Buffer.from(sign(companyId, memberId));
  const signed = Buffer.from(given);
  if (signed.length !== right.length || !timingSafeEqual(signed, right)) throw new NotFound();
  return { companyId, memberId };
}

// With a name of its own, so that nothing else signed with this secret is valid here.
function sign(companyId: string, memberId: string): string {
  return createHmac("sha256", env().secret)
    .update(`stop mails\n${companyId}\n${memberId}`)
    .digest("base64url");
}
