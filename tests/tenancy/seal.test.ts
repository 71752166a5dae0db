import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { mailJob } from "#lib/mail/delivery.ts";
import { withClient } from "#lib/pg-client.ts";
import { people } from "#prisma/world.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { digestCompany, listCompanyTables, listSecrets, secretsIn } from "./company-rows.ts";
import { digestInstallation, installationTables } from "./installation-rows.ts";

const database = openTestDatabase();

// Somebody found a way to have statements of their own run under the serving role, in the transaction of an alumna of Aoba or in one of
// their own. They know every id of the other company, and no secret.
let sakura: Viewer;
let hannah: Viewer;
let yuki: Viewer;
/** Ids of Larkfield: its own, members, conversations. */
let theirs: string[];
/** What lies in no company, before anything was tried. */
let installation: Awaited<ReturnType<typeof digestInstallation>>;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  hannah = await viewerOf(database, "hannah", "larkfield");
  yuki = await viewerOf(database, "yuki", "aoba");
  const [other] = await database.asOwner<{ id: string }>(
    "SELECT id FROM members WHERE company_id = $1 AND id <> $2 AND status = 'ACTIVE' ORDER BY id LIMIT 1",
    [hannah.companyId, hannah.memberId],
  );
  const direct = await openDirectThread(hannah, other?.id ?? "");
  const group = await createGroup(hannah, { name: "Coating line", memberIds: [other?.id ?? ""] });
  const words = { text: "between us", mentions: [], files: [] };
  for (const threadId of [direct, group])
    await sendMessage(hannah, { threadId, clientId: crypto.randomUUID(), ...words });
  await database.asOwner(
    `INSERT INTO sign_ins (id, email, link_hash, code_hash, expires_at)
      SELECT gen_random_uuid(), email, '\\x11', '\\x12', now() + interval '1 hour' FROM users WHERE id = $1`,
    [hannah.userId],
  );
  await database.asOwner(
    `INSERT INTO mails (id, "to", subject, html, text) SELECT gen_random_uuid(), email, 's', 'a key', 'a key' FROM users WHERE id = $1`,
    [hannah.userId],
  );
  await database.asOwner(
    `INSERT INTO push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth)
      VALUES (gen_random_uuid(), $1, $2, 'https://push.example.com/hannah', '', '')`,
    [hannah.userId, hannah.sessionId],
  );
  await startSignIn({ email: people.hannah.email, locale: "en", address: "192.0.2.1", browser: "hers" });
  theirs = [hannah.companyId, hannah.memberId, other?.id ?? "", direct, group];
  installation = await digestInstallation(database);
});

/** Runs statements within sakura's transaction; nothing stays. */
async function injected<T>(work: (client: pg.Client) => Promise<T>, viewer = sakura): Promise<T> {
  return withClient(database.appUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT enter_company($1, $2, $3)", [
      viewer.companyId,
      viewer.memberId,
      viewer.sessionId,
    ]);
    return work(client);
  });
}

/** The answer, or what is said instead, after which the transaction goes on. */
async function attempt(
  client: pg.Client,
  sql: string,
  values: unknown[] = [],
): Promise<pg.QueryResultRow[] | string> {
  await client.query("SAVEPOINT attempt");
  try {
    const { rows } = await client.query(sql, values);
    return rows;
  } catch (error) {
    await client.query("ROLLBACK TO attempt");
    return error instanceof Error ? error.message : String(error);
  }
}

const companiesSeen = "SELECT DISTINCT company_id AS id FROM members";

async function expectAoba(client: pg.Client): Promise<void> {
  expect((await client.query(companiesSeen)).rows).toEqual([{ id: sakura.companyId }]);
}

async function expectNobody(client: pg.Client): Promise<void> {
  expect((await client.query(companiesSeen)).rows).toEqual([]);
}

describe("a scope", () => {
  it("of another company that somebody writes is none", async () => {
    await injected(async (client) => {
      await expectAoba(client);
      const scope = JSON.stringify({ companyId: hannah.companyId, memberId: hannah.memberId, role: "OWNER" });
      await client.query("SELECT set_config('app.scope', $1, true)", [scope]);
      await expectNobody(client);
    });
  });

  it("is none with another's seal, or with its own in another transaction", async () => {
    const kept = await injected(async (client) => {
      const { rows } = await client.query(
        "SELECT current_setting('app.scope') AS scope, current_setting('app.seal') AS seal",
      );
      return rows[0];
    }, hannah);
    await injected(async (client) => {
      await client.query("SELECT set_config('app.seal', $1, true)", [kept.seal]);
      await expectNobody(client);
      await client.query("SELECT set_config('app.scope', $1, true)", [kept.scope]);
      await expectNobody(client);
    });
  });

  it("ends with its transaction, and with the savepoint in which it was entered", async () => {
    await injected(async (client) => {
      await client.query(
        "SELECT set_config('app.scope', current_setting('app.scope'), false), set_config('app.seal', current_setting('app.seal'), false)",
      );
      await client.query("COMMIT; BEGIN");
      await expectNobody(client);
      await client.query("SAVEPOINT before");
      await client.query("SELECT enter_company($1, $2, $3)", [
        sakura.companyId,
        sakura.memberId,
        sakura.sessionId,
      ]);
      await expectAoba(client);
      await client.query("ROLLBACK TO before");
      await expectNobody(client);
    });
  });

  it("stays itself in a second transaction of the same message, which has the same time", async () => {
    const entered = `enter_company('${sakura.companyId}', '${sakura.memberId}', '${sakura.sessionId}')`;
    const kept = `set_config('app.scope', current_setting('app.scope'), false), set_config('app.seal', current_setting('app.seal'), false)`;
    await withClient(database.appUrl, async (client) => {
      const answers: unknown = await client.query(
        `BEGIN; SELECT ${entered}; SELECT ${kept}; COMMIT; BEGIN; ${companiesSeen}; COMMIT`,
      );
      expect(z.array(z.object({ rows: z.array(z.unknown()) })).parse(answers)[5]?.rows).toEqual([
        { id: sakura.companyId },
      ]);
      await expectNobody(client);
    });
  });

  it("holds whatever else is set: the clock's form, the way to names", async () => {
    // As where the owner of the tables does not own the database, and cannot forbid it.
    const name = new URL(database.ownerUrl).pathname.slice(1);
    await database.asOwner(`GRANT TEMPORARY ON DATABASE ${name} TO PUBLIC`);
    await injected(async (client) => {
      await client.query(
        "SET LOCAL TimeZone = 'Asia/Kathmandu'; SET LOCAL DateStyle = 'German'; SET LOCAL extra_float_digits = 0",
      );
      await client.query(
        "CREATE TEMP TABLE scope_keys (inner_key bytea, outer_key bytea, process_hash bytea)",
      );
      await client.query("INSERT INTO pg_temp.scope_keys VALUES ('', '', sha256('mine'))");
      await client.query("SET LOCAL search_path = pg_temp, public");
      await expectAoba(client);
      expect(await attempt(client, "SELECT enter_process('mine', '{}') AS entered")).toEqual([
        { entered: false },
      ]);
    });
    await database.asOwner(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });

  it("knows the member's role", async () => {
    const role = async (viewer: Viewer) => (await database.asViewer(viewer, "SELECT app_role() AS role"))[0];
    expect(await role(sakura)).toEqual({ role: "MEMBER" });
    expect(await role(yuki)).toEqual({ role: "HR_ADMIN" });
  });
});

it("the owner of the tables is held as everybody is", async () => {
  await withClient(database.ownerUrl, async (owner) => {
    await owner.query("BEGIN; DROP POLICY test_owner ON members; DROP POLICY test_owner ON sign_ins");
    for (const table of ["members", "sign_ins"])
      expect((await owner.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
  });
});

describe("statements under the serving role, with no secret,", () => {
  const refused = [
    ["make no seal", "SELECT seal_of(NULL, '{}')", "permission denied"],
    ["seal no scope", "SELECT seal_scope('{}')", "permission denied"],
    ["read no key", "SELECT * FROM scope_keys", "permission denied"],
    ["become no other role", "SET ROLE okaeri_lookup", "permission denied"],
    ["switch no guard off", "SET row_security = off; SELECT * FROM members", "row-level security"],
    ["switch no trigger off", "SET session_replication_role = replica", "permission denied"],
    ["make no temporary objects", "CREATE TEMP TABLE members (id int)", "permission denied"],
    [
      "make nothing that others would use",
      "CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql RETURN 'epoch'::timestamptz",
      "permission denied",
    ],
  ] as const;
  it.each(refused)("%s", async (_, sql, said) => {
    await injected(async (client) => {
      expect(await attempt(client, sql)).toContain(said);
    });
  });

  const asAnybody = [
    ["nobody", async () => {}],
    [
      "a member",
      async (client: pg.Client) => {
        await client.query("SELECT enter_company($1, $2, $3)", [
          sakura.companyId,
          sakura.memberId,
          sakura.sessionId,
        ]);
      },
    ],
    [
      "an account",
      async (client: pg.Client) => {
        await client.query("SELECT enter_account($1, $2)", [sakura.userId, sakura.sessionId]);
      },
    ],
  ] as const;
  describe.each(asAnybody)("as %s", (_, enter) => {
    it("read nobody's sign-in, mail, session or account", async () => {
      await withClient(database.appUrl, async (client) => {
        await client.query("BEGIN");
        await enter(client);
        for (const settings of [
          {},
          { "app.email": people.hannah.email, "app.user_id": hannah.userId, "app.mailbox": "open" },
        ]) {
          for (const [key, value] of Object.entries(settings))
            await client.query("SELECT set_config($1, $2, true)", [key, value]);
          expect(await attempt(client, "SELECT * FROM sign_ins")).toEqual([]);
          expect(await attempt(client, "SELECT * FROM mails")).toEqual([]);
          expect(
            await attempt(client, "SELECT id FROM sessions WHERE user_id <> $1", [sakura.userId]),
          ).toEqual([]);
          expect(await attempt(client, "SELECT id FROM users WHERE id <> $1", [sakura.userId])).toEqual([]);
        }
      });
    });

    it("make no session, of another or of oneself", async () => {
      await withClient(database.appUrl, async (client) => {
        await client.query("BEGIN");
        await enter(client);
        for (const userId of [hannah.userId, sakura.userId]) {
          const made = await attempt(
            client,
            `INSERT INTO sessions (id, token_hash, user_id, user_agent, expires_at)
              VALUES (gen_random_uuid(), '\\x0102', $1, '', now() + interval '1 day')`,
            [userId],
          );
          expect(made).toContain("row-level security");
        }
        expect(await attempt(client, "UPDATE sessions SET user_id = $1", [hannah.userId])).toContain(
          "permission denied",
        );
      });
    });
  });

  it("change nothing that lies in no company, table by table", async () => {
    const foreign: Record<string, string> = {
      users: `id <> '${sakura.userId}'`,
      companies: `id <> '${sakura.companyId}'`,
      sessions: `user_id <> '${sakura.userId}'`,
      push_subscriptions: `user_id <> '${sakura.userId}'`,
    };
    for (const [, enter] of asAnybody) {
      await withClient(database.appUrl, async (client) => {
        await client.query("BEGIN");
        await enter(client);
        for (const table of installationTables.filter((name) => !name.startsWith("pgboss."))) {
          const where = foreign[table] ?? "true";
          const columns = await database.asOwner<{ name: string }>(
            `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
            [table],
          );
          const told = [
            await attempt(client, `SELECT * FROM ${table} WHERE ${where}`),
            await attempt(client, `DELETE FROM ${table} WHERE ${where}`),
          ];
          for (const { name } of columns)
            told.push(await attempt(client, `UPDATE ${table} SET ${name} = ${name} WHERE ${where}`));
          for (const answer of told) expect(answer, table).toSatisfy((said) => isNothing(said));
        }
        await client.query("COMMIT");
      });
    }
  });

  it("read and change no row of another company, table by table", async () => {
    const tables = await listCompanyTables(database);
    expect(tables.length).toBeGreaterThan(10);
    const before = await digestCompany(database, hannah.companyId);
    await injected(async (client) => {
      for (const { name, columns } of tables) {
        const told: unknown[] = [];
        told.push(await attempt(client, `SELECT * FROM ${name} WHERE company_id <> $1`, [sakura.companyId]));
        for (const column of columns) {
          const change = `UPDATE ${name} SET ${column} = ${column} WHERE company_id <> $1 RETURNING ${column}`;
          told.push(await attempt(client, change, [sakura.companyId]));
          told.push(
            await attempt(client, `UPDATE ${name} SET ${column} = ${column} WHERE company_id <> $1`, [
              sakura.companyId,
            ]),
          );
        }
        told.push(await attempt(client, `DELETE FROM ${name} WHERE company_id <> $1`, [sakura.companyId]));
        const moved = `UPDATE ${name} SET company_id = $1 RETURNING company_id`;
        told.push(await attempt(client, moved, [hannah.companyId]));
        for (const answer of told) expect(answer, name).toSatisfy((said) => isNothing(said));
      }
      await client.query("COMMIT");
    });
    expect(await digestCompany(database, hannah.companyId)).toEqual(before);
  });

  it("have no function do it for them, whatever of the other company it is given", async () => {
    // Those that only read come first: some that write make things of one's own under the ids that they are given.
    const functions = await database.asOwner<{ name: string; types: string[] }>(
      `SELECT p.oid::regproc::text AS name, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY u(t, n) ORDER BY n) AS types
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
          AND has_function_privilege('okaeri_app', p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        ORDER BY p.provolatile = 'v', 1`,
    );
    expect(functions.length).toBeGreaterThan(25);
    const before = await digestCompany(database, hannah.companyId);
    const secrets = await listSecrets(database, hannah.companyId);
    expect(secrets.length).toBeGreaterThan(1000);
    await injected(async (client) => {
      for (const { name, types } of functions) {
        for (const id of theirs) {
          const values = types.map((type) => argumentOf(type, id));
          const call = `SELECT * FROM ${name}(${types.map((type, index) => `$${index + 1}::${type}`).join(", ")})`;
          const answer = JSON.stringify(await attempt(client, call, values));
          // One that only gives back what it was given has told nothing.
          const given = JSON.stringify(values);
          expect(
            secretsIn(answer, secrets).filter((secret) => !given.includes(secret)),
            name,
          ).toEqual([]);
          await expectAoba(client);
        }
      }
      await client.query("COMMIT");
    });
    expect(await digestCompany(database, hannah.companyId)).toEqual(before);
  });
});

// What lies outside the seal: pg-boss knows no companies, and the serving role adds and takes all jobs. Any statement reads them, and takes
// them away.
it("the queues hold ids, and nothing that opens what they name", async () => {
  await injected(async (client) => {
    const { rows } = await client.query(
      "SELECT data, output, singleton_key FROM pgboss.job WHERE name = 'mail'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { data, output, singleton_key } of rows) {
      expect(mailJob.strict().parse(data)).toEqual(data);
      expect({ output, singleton_key }).toEqual({ output: null, singleton_key: null });
      const scope = JSON.stringify(data);
      await client.query("SELECT set_config('app.scope', $1, true), set_config('app.mail_id', $2, true)", [
        scope,
        data.mailId,
      ]);
      expect((await client.query("SELECT * FROM mails")).rows).toEqual([]);
    }
  });
});

it("all that was tried here left what lies in no company as it was", async () => {
  for (const table of installationTables) expect(installation[table]?.rows, table).toBeGreaterThan(0);
  expect(await digestInstallation(database)).toEqual(installation);
});

function isNothing(said: unknown): boolean {
  return typeof said === "string"
    ? /permission denied|row-level security|violates|generated column|can only be updated/.test(said)
    : JSON.stringify(said) === "[]";
}

/** What somebody would hand to a function who knows an id of the other company. */
function argumentOf(type: string, id: string): unknown {
  const message = {
    company: hannah.companyId,
    member: hannah.memberId,
    session: sakura.sessionId,
    thread: id,
    client: crypto.randomUUID(),
    id: crypto.randomUUID(),
    text: "injected",
    folded: "injected",
    quoted: 1,
    mentions: [],
    files: [],
  };
  const known: Record<string, unknown> = {
    uuid: id,
    "uuid[]": theirs,
    "integer[]": theirs.map(() => 0),
    integer: 1000,
    text: hannah.companyId,
    "text[]": ["a"],
    boolean: true,
    interval: "-1 day",
    date: "2016-04-01",
    "timestamp with time zone": "2016-04-01T00:00:00Z",
    bytea: Buffer.from("injected"),
    jsonb: JSON.stringify([message]),
    '"ViewerKind"': "ALUMNUS",
    '"MemberKind"': "ALUMNUS",
    '"LeaverGround"': "CONSENT",
    '"RecordedField"': "DEPARTMENT",
    '"Audience"[]': ["NOBODY", "HR"],
    '"Audience"': "NOBODY",
    '"ParticipantRole"': "ADMIN",
    '"FileDomain"': "CHAT",
    '"NotificationKind"': "CHAT",
    '"WorkState"': "CANCELLED",
    bigint: 1,
    // A row that one puts together oneself tells nothing that one does not know.
    members: null,
    profiles: null,
    company_fields: null,
    invitations: null,
    leavers: null,
  };
  if (!(type in known)) throw new Error(`say what a function would be given for its ${type}`);
  return known[type];
}
