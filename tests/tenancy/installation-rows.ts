import type { TestDatabase } from "#tests/support/database.ts";

/** What a company's tables do not hold: accounts, how one gets in, mails, what is counted and what is queued. */
export const installationTables = [
  "users",
  "companies",
  "sessions",
  "push_subscriptions",
  "sign_ins",
  "mails",
  "rate_limits",
  "scope_keys",
  "pgboss.job",
  "pgboss.queue",
] as const;

type Digest = { rows: number; sum: string };

/** All rows of those tables, by a sum for each: another one when anything has changed. Without the tries that a test counts itself. */
export async function digestInstallation(
  database: TestDatabase,
): Promise<Record<string, Digest | undefined>> {
  const digests = installationTables.map(async (table) => {
    const counted = table === "rate_limits" ? "WHERE key <> 'injected'" : "";
    const [row] = await database.asOwner<Digest>(
      `SELECT count(*)::int AS rows, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS sum FROM ${table} t ${counted}`,
    );
    return [table, row] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
