import type { TestDatabase } from "#tests/support/database.ts";

/** Every table with rows of a company's, by its name, and its columns. */
export async function listCompanyTables(
  database: TestDatabase,
): Promise<{ name: string; columns: string[] }[]> {
  return database.asOwner(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      GROUP BY c.relname HAVING 'company_id' = ANY (array_agg(a.attname)) ORDER BY 1`,
  );
}

/** What a company has in every table, by a sum of its rows: another one when anything of it has changed. */
export async function digestCompany(database: TestDatabase, companyId: string): Promise<unknown> {
  const tables = await listCompanyTables(database);
  return Promise.all(
    tables.map(({ name }) =>
      database.asOwner(
        `SELECT '${name}' AS name, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS rows FROM ${name} t WHERE company_id = $1`,
        [companyId],
      ),
    ),
  );
}

/** Shorter than this, a text is a word or a name, which somebody elsewhere may have as well. */
const minLength = 9;

/**
 * What only a company's members know: every id and every text of its rows, in whatever table and however deep, but times, and what
 * another company's rows have as well. As JSON writes them, without the quotes.
 */
export async function listSecrets(database: TestDatabase, companyId: string): Promise<string[]> {
  const tables = await listCompanyTables(database);
  const found = await Promise.all(
    tables.map(({ name }) =>
      database.asOwner<{ text: string; own: boolean }>(
        `SELECT value #>> '{}' AS text, bool_and(company_id = $1) AS own
          FROM ${name} t, jsonb_path_query(to_jsonb(t), 'strict $.** ? (@.type() == "string")') value
          WHERE company_id IS NOT NULL GROUP BY 1`,
        [companyId],
      ),
    ),
  );
  const [own, others] = [new Set<string>(), new Set<string>()];
  for (const row of found.flat()) (row.own ? own : others).add(row.text);
  return [...own]
    .filter((text) => !others.has(text) && text.length >= minLength && !isTime.test(text))
    .map((text) => JSON.stringify(text).slice(1, -1));
}

/** Those of the secrets that an answer holds. */
export function secretsIn(answer: string, secrets: readonly string[]): string[] {
  const ids = new Set(answer.match(uuid));
  return secrets.filter((secret) => (isUuid.test(secret) ? ids.has(secret) : answer.includes(secret)));
}

const isTime = /^\d{4}-\d\d-\d\d/;
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const isUuid = new RegExp(`^${uuid.source}$`);
