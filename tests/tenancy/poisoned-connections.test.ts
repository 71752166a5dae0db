import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { listSessions, renewSession } from "#lib/auth/sessions.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { disconnect, type Tx } from "#lib/db.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { withClient } from "#lib/pg-client.ts";
import { sqlValue } from "#lib/sql.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

// One connection, which one request has after the other.
const database = openTestDatabase({ pool: 1 });

// Somebody had statements of their own run in requests of an alumna of Aoba. The next request on the connection is of Larkfield.
let sakura: Viewer;
let hannah: Viewer;
let account: Account;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  ({ account } = await signIn(database, "hannah"));
  hannah = await viewerOf(database, "hannah", "larkfield");
});

beforeEach(disconnect);

/** Each in a request of sakura's, which commits: what the database says of it. */
async function inject(statements: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const statement of statements) {
    const done = withViewer(sakura, (tx) => tx.$executeRawUnsafe(statement)).then(() => "done");
    said.push(await done.catch((error: Error) => error.message));
  }
  return said;
}

/** What hannah is told, over everything that asks by names and by times. */
async function ask(): Promise<unknown> {
  return {
    threads: await listThreads(hannah),
    unread: await countUnread(hannah),
    people: await listDirectory(hannah, directoryQuerySchema.parse({})),
    found: await listDirectory(hannah, directoryQuerySchema.parse({ q: "hannah" })),
    sessions: await listSessions(account),
  };
}

const backend = (viewer: Viewer) =>
  withViewer(viewer, (tx: Tx) => sqlValue(tx, z.int())`SELECT pg_backend_pid()`);

it("what is tried here is tried: the next request has the same connection", async () => {
  expect(await backend(hannah)).toBe(await backend(sakura));
});

// A view over a table and a type in place of another, either with a function that keeps whatever scope and value it meets.
const grab = `CREATE FUNCTION pg_temp.grab(what text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS
  $$ BEGIN INSERT INTO pg_temp.loot VALUES (current_setting('app.scope', true), what); RETURN true; END $$`;
const traps = [
  "CREATE TEMP TABLE loot (scope text, what text)",
  grab,
  ...["members", "chat_places", "visible_profiles"].map(
    (name) =>
      `CREATE TEMP VIEW ${name} AS SELECT * FROM public.${name} WHERE pg_temp.grab('a row of ${name}')`,
  ),
  "CREATE DOMAIN pg_temp.uuid AS pg_catalog.uuid CHECK (pg_temp.grab(VALUE::text))",
];

describe("temporary objects", () => {
  it("are not made by the serving role", async () => {
    for (const said of await inject(traps)) expect(said).toMatch(/permission denied|does not exist/);
  });

  describe("where the owner of the tables cannot forbid them", () => {
    const name = () => new URL(database.ownerUrl).pathname.slice(1);
    beforeAll(() => database.asOwner(`GRANT TEMPORARY ON DATABASE ${name()} TO PUBLIC`));
    afterAll(() => database.asOwner(`REVOKE TEMPORARY ON DATABASE ${name()} FROM PUBLIC`));

    it("are not what the next transaction finds by their names", async () => {
      const before = await ask();
      // Each connection has its own: the traps are set where hannah comes next.
      expect(new Set(await inject(traps))).toEqual(new Set(["done"]));
      expect(await ask()).toEqual(before);
      const loot = await withViewer(
        sakura,
        (tx) => sqlValue(tx, z.int())`SELECT count(*)::int FROM pg_temp.loot`,
      );
      expect(loot).toBe(0);
    });
  });
});

describe("settings", () => {
  const settings = [
    ["another way to names", "SET search_path = pg_temp, pgboss, public"],
    ["no way to names", "SET search_path = ''"],
    ["another zone", "SET TimeZone = '<+99>-99'"],
    ["another form of dates", "SET DateStyle = 'German'"],
    ["writing forbidden", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"],
    ["another encoding", "SET client_encoding = 'SJIS'"],
    ["the guard off", "SET row_security = off"],
    ["a scope", `SELECT set_config('app.scope', '{}', false), set_config('app.seal', '00', false)`],
  ] as const;
  it.each(settings)("of the connection: %s", async (_, statement) => {
    const before = await ask();
    expect(await inject([statement])).toEqual(["done"]);
    expect(await ask()).toEqual(before);
    await expectRenewal();
  });

  const own = [
    "search_path = ''",
    "TimeZone = '<+99>-99'",
    "DateStyle = 'German'",
    "default_transaction_read_only = on",
  ];
  it.each(own)("of the role itself, on new connections: %s", async (setting) => {
    const before = await ask();
    expect(await inject([`ALTER ROLE CURRENT_USER SET ${setting}`])).toEqual(["done"]);
    await disconnect();
    // The trap is set: one who asks without our way to begin meets it.
    const [name, value] = setting.split(" = ");
    await withClient(database.appUrl, async (client) => {
      const { rows } = await client.query("SELECT current_setting($1) AS value", [name]);
      expect(`'${rows[0].value}'`).toContain(value?.replaceAll("'", "").slice(0, 6));
    });
    expect(await ask()).toEqual(before);
    await expectRenewal();
    await database.asOwner(`ALTER ROLE "${new URL(database.appUrl).username}" RESET ALL`);
  });

  // Times are written as they are read.
  async function expectRenewal(): Promise<void> {
    await renewSession(account);
    const [row] = await database.asOwner(
      "SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM sessions WHERE id = $1",
      [account.sessionId],
    );
    expect(row).toEqual({ days: 30 });
  }
});

it("prepared statements and cursors are nobody's but those who name them", async () => {
  const before = await ask();
  const said = await inject([
    "PREPARE send_messages AS SELECT 1",
    `PREPARE "" AS SELECT 1`,
    "DECLARE kept CURSOR WITH HOLD FOR SELECT * FROM members",
    "LISTEN okaeri",
  ]);
  expectLog("error", /a prepared statement that is none of ours/);
  expect(said).toEqual(["done", expect.stringContaining("zero-length"), "done", "done"]);
  expect(await ask()).toEqual(before);
});

describe("our prepared statements", () => {
  const ours = () =>
    withViewer(
      sakura,
      (tx) =>
        tx.$queryRaw<{ name: string; types: string[] }[]>`
          SELECT name, ARRAY(SELECT t::text FROM unnest(parameter_types) t) AS types FROM pg_prepared_statements`,
    );
  const nothing = Array.from({ length: 12 }, (_, at) => `'[]'::json AS r${at}`).join(", ");

  it("are not run where somebody has put another in the place of one", async () => {
    const before = await ask();
    const kept = await ours();
    expect(kept.length).toBeGreaterThan(3);
    for (const { name, types } of kept)
      expect(
        await inject([
          `DEALLOCATE "${name}"`,
          `PREPARE "${name}" ${types.length > 0 ? `(${types})` : ""} AS SELECT ${nothing}`,
        ]),
      ).toEqual(["done", "done"]);
    expectLog("error", /a prepared statement that is none of ours/);
    expect(await ask()).toEqual(before);
  });

  it("are made again where somebody has taken them away", async () => {
    const before = await ask();
    expect(await inject(["DEALLOCATE ALL"])).toEqual(["done"]);
    expect(await ask()).toEqual(before);
  });
});
