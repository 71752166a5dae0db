import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { capture } from "#lib/launch/command.ts";
import { examineInstallation } from "#lib/launch/doctor/examination.ts";
import { writeFindings } from "#lib/launch/doctor/finding.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { type SmtpServer, startSmtpServer } from "#tests/mail/smtp-server.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { sidecarProcess } from "#tests/support/server-process.ts";

// Some of it are processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const database = openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "okaeri-doctor-test-"));
let smtp: SmtpServer;
let ports: Record<"PORT" | "REALTIME_PORT" | "WORKER_PORT", string>;

beforeAll(async () => {
  smtp = await startSmtpServer();
  const [PORT, REALTIME_PORT, WORKER_PORT] = [
    await findFreePort(),
    await findFreePort(),
    await findFreePort(),
  ].map(String);
  ports = { PORT: PORT ?? "", REALTIME_PORT: REALTIME_PORT ?? "", WORKER_PORT: WORKER_PORT ?? "" };
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await smtp.close();
  rmSync(folder, { recursive: true });
});

/** An installation whose database is this file's, which is well but for what `given` says. */
function settingsOf(given: Record<string, string> = {}): Record<string, string | undefined> {
  return {
    ...process.env,
    ...ports,
    NODE_ENV: "production",
    DATABASE_URL: database.ownerUrl,
    SMTP_URL: smtp.url,
    MAIL_FROM: "okaeri@example.com",
    APP_URL: "https://okaeri.example.com",
    TRUST_PROXY: "true",
    ...given,
  };
}

function expectNoSecrets(text: string, { AUTH_SECRET }: Record<string, string | undefined>): void {
  const passwords = [database.ownerUrl, database.appUrl].map((url) => new URL(url).password);
  for (const secret of [AUTH_SECRET, ...passwords]) expect(text).not.toContain(secret ?? "unset");
}

/** What is found, without a process of its own. */
async function examine(given: Record<string, string> = {}) {
  const settings = settingsOf(given);
  vi.stubEnv("DATABASE_APP_URL", settings.DATABASE_APP_URL);
  const findings = await examineInstallation(settings, settings.DATABASE_URL ?? null);
  const output = writeFindings(findings);
  expectNoSecrets(output, settings);
  return { findings, output, wrong: findings.filter(({ state }) => state === "wrong") };
}

/** What the command prints. */
async function runDoctor(given: Record<string, string> = {}) {
  const env = { ...settingsOf(given), NODE_ENV: "test" as const };
  const args = ["--conditions=react-server", "lib/launch/doctor.ts"];
  const { code, output } = await capture(process.execPath, args, { env });
  expectNoSecrets(output, env);
  const found = [...output.matchAll(/^(OK|WARNING|WRONG) +(.+?) {2,}(.*)(?:\n +→ (.*))?$/gm)];
  const findings = found.map(([, state, what, said, todo]) => ({
    state: state?.toLowerCase(),
    what,
    said,
    todo,
  }));
  return { code, output, findings, wrong: findings.filter(({ state }) => state === "wrong") };
}

test("of what is well it says so, and what does not run yet is no fault", async () => {
  const { code, findings, output, wrong } = await runDoctor();
  expect(wrong, output).toEqual([]);
  expect(code).toBe(0);
  for (const what of [
    "settings",
    "owner",
    "migrations",
    "functions",
    "row security",
    "extension",
    "directory",
    "filters",
    "feed",
    "serving role",
    "serving role's rights",
    "clock",
    "queue mail",
    "mail",
    "uploads",
  ])
    expect(findings, what).toContainEqual(expect.objectContaining({ what, state: "ok" }));
  expect(findings).toContainEqual(expect.objectContaining({ what: "processes", state: "warning" }));
});

test("wrong and risky settings, and the rest all the same", async () => {
  const { findings, wrong } = await examine({ PORT: "http", TRUST_PROXY: "" });
  expect(wrong).toContainEqual(
    expect.objectContaining({ what: "settings", said: expect.stringMatching(/^PORT must /) }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ what: "migrations", state: "ok" }));
  const risky = await examine({ TRUST_PROXY: "" });
  expect(risky.wrong).toEqual([]);
  expect(risky.findings).toContainEqual(
    expect.objectContaining({ state: "warning", said: expect.stringContaining("TRUST_PROXY") }),
  );
});

test("a database that is not there, with nothing of its password", async () => {
  const { wrong, output } = await examine({ DATABASE_URL: "postgresql://o:hunter2@127.0.0.1:1/okaeri" });
  expect(wrong).toContainEqual(
    expect.objectContaining({ what: "owner", todo: expect.stringContaining("No PostgreSQL answers") }),
  );
  expect(output).not.toContain("hunter2");
});

test("a serving role that another AUTH_SECRET made", async () => {
  const { wrong } = await examine({ AUTH_SECRET: "another secret, that is long enough too" });
  expect(wrong).toEqual([
    expect.objectContaining({ what: "serving role", todo: expect.stringContaining("npm run migrate") }),
  ]);
});

test("processes that the database does not let in, since another AUTH_SECRET was there at the last migration", async () => {
  const { wrong } = await examine({
    AUTH_SECRET: "another secret, that is long enough too",
    DATABASE_APP_URL: database.appUrl,
  });
  expect(wrong).toEqual([expect.objectContaining({ what: "process key" })]);
});

test("a serving role that may leave objects or settings behind", async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const role = new URL(database.appUrl).username;
  await database.asOwner(`GRANT TEMPORARY ON DATABASE ${name} TO PUBLIC`);
  await database.asOwner(`GRANT CREATE ON SCHEMA public TO ${role}`);
  await database.asOwner(`ALTER ROLE ${role} SET DateStyle = 'German'`);
  const { wrong, findings } = await examine();
  expect(wrong).toEqual([
    expect.objectContaining({
      what: "temporary objects",
      todo: expect.stringContaining(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`),
    }),
    expect.objectContaining({ what: "schema public" }),
  ]);
  expect(findings).toContainEqual(expect.objectContaining({ what: "role settings", state: "warning" }));
  await database.asOwner(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await database.asOwner(`REVOKE CREATE ON SCHEMA public FROM ${role}`);
  await database.asOwner(`ALTER ROLE ${role} RESET ALL`);
});

test("a directory, filters and a feed that list or count otherwise than people are, and what puts it right", async () => {
  await database.asOwner(
    `INSERT INTO feed_reactions (company_id, event_id, member_id) SELECT DISTINCT ON (e.company_id) e.company_id, e.id, e.member_id
      FROM feed_events e WHERE e.kind = 'JOINED' ORDER BY 1, 2`,
  );
  const aoba = "company_id = (SELECT id FROM companies WHERE slug = 'aoba')";
  const directory = "SELECT recount_directory()";
  const filters = "SELECT recount_facets(id) FROM companies";
  const feed = "SELECT recount_reactions()";
  const amiss = [
    [`UPDATE directory_counts SET people = people + 3 WHERE ${aoba}`, "in 1 of the companies", directory],
    ["DELETE FROM directory_counts WHERE kind = 'ALUMNUS'", "in 2 of the companies", directory],
    [
      `UPDATE profiles SET listed = NULL WHERE listed = 'EMPLOYEE' AND ${aoba}`,
      "people are not listed",
      directory,
    ],
    [`UPDATE facet_counts SET people = people + 1 WHERE ${aoba}`, "in 1 of the companies", filters],
    [
      `UPDATE facet_counts SET seats = turned_over(seats, B'1') WHERE facet LIKE 'joined:%' AND ${aoba}`,
      "in 1 of the companies",
      filters,
    ],
    ["DELETE FROM facet_counts WHERE facet LIKE 'joined:%'", "in 2 of the companies", filters],
    [
      `UPDATE feed_events SET okaeri = okaeri + 1 WHERE okaeri > 0 AND ${aoba}`,
      "otherwise than was answered",
      feed,
    ],
  ];
  for (const [change = "", said = "", remedy = ""] of amiss) {
    await database.asOwner(change);
    const { wrong } = await examine();
    expect(wrong, change).toContainEqual(
      expect.objectContaining({ said: expect.stringContaining(said), todo: expect.stringContaining(remedy) }),
    );
    await database.asOwner(remedy);
    expect((await examine()).wrong, change).toEqual([]);
  }
});

test("what is wrong within the database: migrations, functions, row security, queues that nobody empties", async () => {
  await database.asOwner(
    "UPDATE _prisma_migrations SET migration_name = 'x_' || migration_name WHERE migration_name LIKE '%_sql_in_files'",
  );
  expect((await examine()).wrong).toContainEqual(
    expect.objectContaining({
      what: "migrations",
      said: expect.stringMatching(/^1 not applied, the first is 20\d+_sql_in_files/),
    }),
  );
  await database.asOwner(
    "UPDATE _prisma_migrations SET migration_name = substr(migration_name, 3) WHERE migration_name LIKE 'x_%'",
  );

  await database.asOwner("COMMENT ON FUNCTION app_company_id() IS 'older'");
  await database.asOwner("ALTER TABLE members NO FORCE ROW LEVEL SECURITY");
  await database.asOwner(
    "INSERT INTO pgboss.job (name, state, start_after) VALUES ('mail', 'created', now() - interval '20 minutes'), ('purge', 'failed', now())",
  );
  const { wrong, findings } = await examine();
  expect(wrong.map(({ what }) => what)).toEqual(["functions", "row security", "queue mail"]);
  expect(wrong[2]?.said).toBe("1 waiting, 0 active, 0 failed for good; the first has waited for 20 minutes");
  expect(findings).toContainEqual(expect.objectContaining({ what: "queue purge", state: "warning" }));
  await database.asOwner("DELETE FROM pgboss.job WHERE name IN ('mail', 'purge')");
  await database.asOwner("ALTER TABLE members FORCE ROW LEVEL SECURITY");
});

test("what is wrong around it: mail, Redis, the scanner, the uploads", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const { wrong, output } = await examine({
    SMTP_URL: "smtp://someone:hunter2@127.0.0.1:1",
    REDIS_URL: "redis://:hunter2@127.0.0.1:1",
    SCAN_COMMAND: "/nowhere/clamdscan",
    UPLOADS: file,
  });
  const found = wrong.map(({ what }) => what);
  for (const what of ["mail", "Redis", "scanner", "uploads"]) expect(found, what).toContain(what);
  expect(output).not.toContain("hunter2");
  expect((await examine({ SMTP_URL: "" })).wrong).toContainEqual(
    expect.objectContaining({ what: "mail", said: expect.stringContaining("nobody can sign in") }),
  );
});

test("processes: one that is well, one that is missing, and a stranger on the port of the third", async () => {
  const sidecar = await sidecarProcess({ DATABASE_URL: database.ownerUrl });
  await sidecar.start();
  const stranger = createServer((_, response) => response.end("hello")).listen(
    Number(ports.PORT),
    "127.0.0.1",
  );
  const { findings, code } = await runDoctor({ REALTIME_PORT: String(sidecar.port) });
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ what: "realtime", state: "ok" }));
  expect(findings).toContainEqual(
    expect.objectContaining({ what: "web", state: "wrong", said: expect.stringContaining("something else") }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      what: "worker",
      state: "wrong",
      todo: expect.stringContaining("npm run worker"),
    }),
  );
  stranger.close();
  await sidecar.stop();
});
