import { describe, expect, it } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";
import { collectTenancy } from "./lists.ts";

// What belongs to the installation or to an account, in no company; with the SQL that gives one a row where the sample world has none.
const globalTables: Record<string, string | null> = {
  companies: null,
  users: null,
  sessions: `INSERT INTO sessions (id, token_hash, user_id, user_agent, expires_at)
    SELECT gen_random_uuid(), '\\x01', id, '', now() + interval '1 day' FROM users LIMIT 1`,
  sign_ins: `INSERT INTO sign_ins (id, email, link_hash, code_hash, expires_at)
    VALUES (gen_random_uuid(), 'someone@example.com', '\\x02', '\\x03', now())`,
  scope_keys: null,
  // A member's, or the operator's in no company: see tests/work.
  long_work: `INSERT INTO long_work (id, company_id, member_id, kind) SELECT gen_random_uuid(), company_id, id, 'count' FROM members LIMIT 1`,
  rate_limits: "INSERT INTO rate_limits (key, count, expires_at) VALUES ('\\x04', 1, now())",
  mails: `INSERT INTO mails (id, "to", subject, html, text) VALUES (gen_random_uuid(), 'someone@example.com', 's', 'h', 't')`,
  push_subscriptions: `WITH session AS (INSERT INTO sessions (id, token_hash, user_id, user_agent, expires_at)
      SELECT gen_random_uuid(), '\\x05', id, '', now() + interval '1 day' FROM users LIMIT 1 RETURNING id, user_id)
    INSERT INTO push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth)
      SELECT gen_random_uuid(), user_id, id, 'https://push.example.com/1', '', '' FROM session`,
};
const toolTables = ["_prisma_migrations"];
// What is seen of the tables: see tests/people/visible.test.ts.
const views = ["visible_profiles", "findable_profiles", "listed_members", "told_changes"];

const database = openTestDatabase();
// What is a company's stands in the lists of the domains.
const lists = await collectTenancy(database);
const fillers = {
  ...Object.fromEntries(lists.flatMap(([, { tables }]) => Object.entries(tables))),
  ...globalTables,
};
const tenantTables = lists.flatMap(([, { tables }]) => Object.keys(tables));
const allTables = [...tenantTables, ...Object.keys(globalTables)];

describe("every table", () => {
  it("is a company's, or on the short list of those that are not", async () => {
    const rows = await database.asOwner<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...allTables, ...toolTables, ...views].sort());
  });

  it.each(allTables)("%s has forced row-level security", async (table) => {
    const rows = await database.asOwner(
      "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = $1::regclass",
      [table],
    );
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }]);
  });

  it.each(tenantTables)("%s leads its unique and foreign keys with company_id", async (table) => {
    const keys = await database.asOwner<{ name: string; first: string }>(
      `SELECT conname AS name, (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) AS first
        FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'f')
       UNION ALL
       SELECT c.relname, (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0])
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = $1::regclass AND indisunique`,
      [table],
    );
    expect(keys.length).toBeGreaterThan(0);
    // A member is also one user's: that key leads out of the company.
    const others = keys.filter(({ first }) => first !== "company_id").map(({ name }) => name);
    expect(others).toEqual(table === "members" ? ["members_user_id_fkey"] : []);
  });

  it.each(allTables)("%s holds rows, and shows none to the app's role without a scope", async (table) => {
    await database.asOwner(fillers[table] ?? "SELECT 1");
    const [{ count } = { count: 0 }] = await database.asOwner<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table}`,
    );
    expect(count).toBeGreaterThan(0);
    const seen = database.asApp({}, `SELECT * FROM ${table}`);
    await expect(seen.catch((error: Error) => error.message)).resolves.toSatisfy(
      (answer: unknown) =>
        JSON.stringify(answer) === "[]" || String(answer) === `permission denied for table ${table}`,
    );
  });

  it.each(tenantTables)("%s shows a scope that no longer holds ('') no rows either", async (table) => {
    const seen = database.asApp({ "app.company_id": "", "app.member_id": "" }, `SELECT * FROM ${table}`);
    await expect(seen.catch(() => [])).resolves.toEqual([]);
  });
});

describe("the app's role", () => {
  it("owns nothing, is no superuser and cannot bypass row-level security", async () => {
    const [rights] = await database.asApp<{ bound: boolean; owned: number }>(
      {},
      `SELECT NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) AS bound,
        (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
        FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rights).toEqual({ bound: true, owned: 0 });
  });

  it("can neither make objects nor become another role", async () => {
    await expect(database.asApp({}, "CREATE TABLE mine (id int)")).rejects.toThrow("permission denied");
    for (const role of ["okaeri_lookup", "okaeri_backup"])
      await expect(database.asApp({}, `SET ROLE ${role}`)).rejects.toThrow("permission denied");
    await expect(database.asApp({}, "SET row_security = off; SELECT * FROM members")).rejects.toThrow();
  });
});

describe("every policy", () => {
  it("is for the app, its view of people, a backup or the lookup functions, and only these see all of a table", async () => {
    const policies = await database.asOwner<{
      policy: string;
      roles: string[];
      qual: string | null;
      written: string | null;
    }>(
      `SELECT tablename || '.' || policyname AS policy, roles::text[], qual, with_check AS written FROM pg_policies
        WHERE policyname <> 'test_owner'`,
    );
    expect(policies.length).toBeGreaterThan(10);
    for (const { policy, roles, qual, written } of policies) {
      expect(
        [["okaeri_app"], ["okaeri_backup"], ["okaeri_lookup"], ["okaeri_people"]],
        policy,
      ).toContainEqual(roles);
      // The owner is in this one, and sees by its policy only what it became okaeri_backup to see.
      if (roles[0] === "okaeri_backup") expect(qual, policy).toBe("(CURRENT_USER = 'okaeri_backup'::name)");
      for (const condition of [qual, written]) {
        if (roles[0] !== "okaeri_lookup") expect(condition, policy).not.toBe("true");
        // Read for every row of the company, while those of an ANY (ARRAY(…)) are looked up.
        expect(condition ?? "", policy).not.toMatch(/ IN \( *SELECT/);
      }
    }
  });
});

describe("every function that looks further than its caller", () => {
  it("has a pinned search path, belongs to the lookup role, and is not for everybody", async () => {
    const functions = await database.asOwner<{ name: string; owner: string; path: string[]; open: boolean }>(
      `SELECT proname AS name, pg_get_userbyid(proowner) AS owner, proconfig AS path, has_function_privilege('public', oid, 'EXECUTE') AS open
        FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(5);
    for (const { name, owner, path, open } of functions) {
      expect(path, name).toContain("search_path=pg_catalog, public, pg_temp");
      expect({ owner, open }, name).toEqual({ owner: "okaeri_lookup", open: false });
    }
  });
});
