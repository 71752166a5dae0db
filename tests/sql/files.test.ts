import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withClient } from "#lib/pg-client.ts";
import { applySql, isSqlCurrent, makeAll } from "#prisma/sql.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

/** Every function, view, policy, trigger, grant and guard of the database, a line each. */
async function describeSql(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    WITH things AS (
      SELECT pg_get_functiondef(p.oid) || ' owned by ' || pg_get_userbyid(proowner) AS line FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      UNION ALL
      SELECT format('function %s: %s to %s', p.oid::regprocedure, a.privilege_type, a.grantee::regrole)
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE p.pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      UNION ALL
      SELECT to_jsonb(p)::text FROM pg_policies p WHERE policyname <> 'test_owner'
      UNION ALL
      SELECT pg_get_viewdef(c.oid) || ' owned by ' || pg_get_userbyid(relowner) FROM pg_class c
        WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT tgisinternal
      UNION ALL
      SELECT format('table %s: guarded %s, forced %s', c.oid::regclass, relrowsecurity, relforcerowsecurity) FROM pg_class c
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT format('table %s: %s to %s', c.oid::regclass, a.privilege_type, a.grantee::regrole) FROM pg_class c, aclexplode(c.relacl) a
        WHERE relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT format('column %s.%s: %s to %s', attrelid::regclass, attname, x.privilege_type, x.grantee::regrole)
        FROM pg_attribute a, aclexplode(a.attacl) x WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    ) SELECT line FROM things ORDER BY line`);
  return rows.map(({ line }) => line);
}

describe("prisma/sql", () => {
  it("is what the database holds: making all of it once more changes nothing", async () => {
    await withClient(database.ownerUrl, async (client) => {
      const before = await describeSql(client);
      expect(before.length).toBeGreaterThan(100);
      await client.query("BEGIN");
      await makeAll(client);
      const made = await describeSql(client);
      await client.query("ROLLBACK");
      expect(made).toEqual(before);
    });
  });

  it("is applied once: while it is the same, nothing is done", async () => {
    expect(await applySql(database.ownerUrl)).toBe(false);
    await withClient(database.appUrl, async (client) => expect(await isSqlCurrent(client)).toBe(true));
  });

  const strays = [
    ["a policy", "CREATE POLICY everything ON members TO okaeri_app USING (true)"],
    ["a view", "CREATE VIEW more AS SELECT * FROM members"],
    ["a function", "CREATE FUNCTION more() RETURNS int LANGUAGE sql RETURN 1"],
    [
      "a trigger",
      "CREATE TRIGGER more AFTER DELETE ON mails FOR EACH ROW EXECUTE FUNCTION tell_block_changed()",
    ],
    ["a right to a table", "GRANT DELETE ON members TO okaeri_app"],
    ["a right to a column", "GRANT UPDATE (kind) ON members TO okaeri_app"],
    ["a right to a function", "GRANT EXECUTE ON FUNCTION parted_from TO PUBLIC"],
  ] as const;
  it.each(strays)("takes away %s that somebody added by hand", async (_, stray) => {
    await withClient(database.ownerUrl, async (client) => {
      const before = await describeSql(client);
      await client.query(stray);
      expect(await describeSql(client)).not.toEqual(before);
      expect(await applySql(database.ownerUrl, { force: true })).toBe(true);
      expect(await describeSql(client)).toEqual(before);
    });
  });

  it("brings back what somebody took away, and guards a table that a migration forgot to guard", async () => {
    await withClient(database.ownerUrl, async (client) => {
      const before = await describeSql(client);
      await client.query("DROP POLICY company ON profiles; DROP TRIGGER require_admin ON chat_threads");
      await client.query("ALTER TABLE members NO FORCE ROW LEVEL SECURITY; CREATE TABLE openings (id int)");
      await applySql(database.ownerUrl, { force: true });
      const guards =
        "SELECT relrowsecurity AND relforcerowsecurity AS guarded FROM pg_class WHERE relname = 'openings'";
      expect((await client.query(guards)).rows).toEqual([{ guarded: true }]);
      await client.query("DROP TABLE openings");
      expect(await describeSql(client)).toEqual(before);
    });
  });

  it("changes nothing where one of its files cannot be made", async () => {
    await withClient(database.ownerUrl, async (client) => {
      const before = await describeSql(client);
      // A table that a policy speaks of is not there.
      await client.query("ALTER TABLE feed_events RENAME TO feed_lines");
      await expect(applySql(database.ownerUrl, { force: true })).rejects.toThrow(
        "prisma/sql/feed/changes.sql",
      );
      await client.query("ALTER TABLE feed_lines RENAME TO feed_events");
      expect(await describeSql(client)).toEqual(before);
    });
  });
});
