import "server-only";
import { everyCompany, withScope } from "#lib/db.ts";
import { undoDays } from "#lib/leavers/schema.ts";

/**
 * Takes away what has run out: sessions, sign-ins, limits, and what is older than 30 days of mails and of tasks that have ended, and what imports of leavers need no more. The worker
 * does it every minute: nobody is let in by a session that has run out, but sockets that it let in are cut when its row is deleted and a
 * trigger tells the sidecar.
 */
export async function purgeExpired(): Promise<void> {
  await withScope(everyCompany, (tx) => tx.$executeRaw`SELECT purge_expired(interval '30 days')`);
  await withScope(everyCompany, (tx) => tx.$executeRaw`SELECT purge_leaver_imports(${undoDays}::int)`);
}
