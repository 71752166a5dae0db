import "server-only";
import { withScope } from "#lib/db.ts";

/** Takes away what has run out: sessions, sign-ins, limits, and mails of more than 30 days. */
export async function purgeExpired(): Promise<void> {
  await withScope({}, (tx) => tx.$queryRaw`SELECT purge_expired(interval '30 days')`);
}
