import type pg from "pg";
import { z } from "zod";
import { type Finding, ok, warning, wrong } from "./finding.ts";

/**
 * Whether the serving role can make objects, or has given itself settings, that later transactions would meet: an injected statement might.
 * prisma/sql/first.sql revokes the former, which does nothing where another role owns the database.
 */
export async function examineRights(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query(`
    SELECT has_database_privilege(current_database(), 'TEMPORARY') AS temporary, has_schema_privilege('public', 'CREATE') AS creates,
      quote_ident(current_database()) AS database, quote_ident(current_user) AS role,
      EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole AND r.rolname = current_user) AS settings`);
  const { temporary, creates, database, role, settings } = z
    .object({
      temporary: z.boolean(),
      creates: z.boolean(),
      database: z.string(),
      role: z.string(),
      settings: z.boolean(),
    })
    .parse(rows[0]);
  const findings = [
    temporary &&
      wrong(
        "temporary objects",
        "the serving role may make them: one left on a connection would be met by whoever has it next",
        `as the database's owner run REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC, ${role}`,
      ),
    creates &&
      wrong(
        "schema public",
        "the serving role may make objects in it",
        `as its owner run REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${role}`,
      ),
    settings &&
      warning(
        "role settings",
        "the serving role has settings of its own, which it can give itself",
        `unless you gave them to it, run ALTER ROLE ${role} RESET ALL, and for this database too`,
      ),
  ].filter((finding) => finding !== false);
  return findings.length > 0
    ? findings
    : [ok("serving role's rights", "it makes no objects, and has no settings of its own")];
}
