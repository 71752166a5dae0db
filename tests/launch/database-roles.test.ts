import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appUrlFrom, checkAppRole, ensureAppRole } from "#lib/database-roles.ts";
import { withClient } from "#lib/pg-client.ts";
import { databaseUrl, dropDatabase, testServer } from "#tests/support/template.ts";

const secret = "a secret of the tests, long enough to count";
const databases = ["okaeri_roles_a", "okaeri_roles_b"];

beforeAll(() => withClient(testServer(), dropAll));
beforeAll(() =>
  withClient(testServer(), async (client) => {
    for (const name of databases) await client.query(`CREATE DATABASE ${name}`);
  }),
);
afterAll(() => withClient(testServer(), dropAll));

test("the serving role's address follows from the owner's and the secret", () => {
  const owner = "postgresql://owner:pw@db.example:5433/network?sslmode=require";
  const url = new URL(appUrlFrom(owner, secret));
  expect([url.username, url.host, url.pathname, url.search]).toEqual([
    "okaeri_network",
    "db.example:5433",
    "/network",
    "?sslmode=require",
  ]);
  expect(url.password).toMatch(/^[\w-]{43}$/);
  expect(appUrlFrom(owner, secret)).toBe(url.href);
  expect(appUrlFrom(owner, `${secret}!`)).not.toBe(url.href);
});

test("the role is made once by any number of starters, in two databases of one server", async () => {
  const owners = databases.map(databaseUrl);
  await Promise.all(
    [...owners, ...owners, ...owners].map((owner) => ensureAppRole(owner, appUrlFrom(owner, secret))),
  );
  for (const owner of owners) await expect(checkAppRole(appUrlFrom(owner, secret))).resolves.toBeUndefined();
});

test("a new secret renews the password", async () => {
  const owner = databaseUrl("okaeri_roles_a");
  const renewed = appUrlFrom(owner, `${secret}, renewed`);
  await ensureAppRole(owner, renewed);
  await expect(checkAppRole(renewed)).resolves.toBeUndefined();
  await expect(checkAppRole(appUrlFrom(owner, secret))).rejects.toThrow("password authentication failed");
});

test("the role can neither pass row-level security nor make databases or roles", async () => {
  const owner = databaseUrl("okaeri_roles_a");
  await ensureAppRole(owner, appUrlFrom(owner, secret));
  const rights = await withClient(appUrlFrom(owner, secret), async (client) => {
    const { rows } = await client.query(
      "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user",
    );
    return rows[0];
  });
  expect(rights).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
});

test("somebody else's role is refused, with the SQL to run, when it is not in the group or owns tables", async () => {
  const owner = databaseUrl("okaeri_roles_b");
  const other = await withClient(owner, makeOtherRole);
  await expect(checkAppRole(other)).rejects.toThrow('GRANT okaeri_app TO "okaeri_roles_other"');
  await withClient(owner, (client) => client.query("GRANT okaeri_app TO okaeri_roles_other"));
  await expect(checkAppRole(other)).resolves.toBeUndefined();
  await withClient(owner, (client) => client.query("GRANT CREATE ON SCHEMA public TO okaeri_roles_other"));
  await withClient(other, (client) => client.query("CREATE TABLE mine (id int)"));
  await expect(checkAppRole(other)).rejects.toThrow("owns tables");
});

test("an owner with the name of the derived role is refused", async () => {
  const owner = "postgresql://okaeri_network:pw@127.0.0.1:1/network";
  await expect(ensureAppRole(owner, appUrlFrom(owner, secret))).rejects.toThrow("set DATABASE_APP_URL");
});

async function makeOtherRole(client: pg.Client): Promise<string> {
  await client.query("CREATE ROLE okaeri_roles_other LOGIN PASSWORD 'other'");
  return Object.assign(new URL(databaseUrl("okaeri_roles_b")), {
    username: "okaeri_roles_other",
    password: "other",
  }).href;
}

async function dropAll(client: pg.Client): Promise<void> {
  for (const name of databases) await dropDatabase(client, name);
  for (const name of [...databases.map((database) => `okaeri_${database}`), "okaeri_roles_other"]) {
    await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(name)}`);
  }
}
