import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureQueues } from "#lib/jobs/queues.ts";
import { withClient } from "#lib/pg-client.ts";
import { applySql } from "#prisma/sql.ts";
import { sleep } from "./findings.ts";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
    /** Leads the names of all databases of this run. */
    run: string;
  }
}

/** Makes, once for each state of the migrations and the sample world, the database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `okaeri_template_${fingerprint()}`;
  const run = `okaeri_test_${randomBytes(4).toString("hex")}`;
  await withClient(testServer(), async (server) => {
    await server.query("SELECT pg_advisory_lock(hashtext('okaeri template'))");
    const { rowCount } = await server.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await dropDatabase(server, draft);
    await server.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
    await fill(databaseUrl(draft));
    await server.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    await dropOthers(server, template);
  });
  project.provide("template", template);
  project.provide("run", run);
  return () => withClient(testServer(), (server) => sweep(server, run));
}

/** The owner's address of the test server, which `npm test` starts. */
export function testServer(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("Tests need a PostgreSQL of their own: run them by npm test.");
  return url;
}

export function databaseUrl(name: string): string {
  return Object.assign(new URL(testServer()), { pathname: `/${name}` }).href;
}

/**
 * Drops a database, with the connections to it. Those of another role than the owner's cannot be forced: that of a process which was
 * killed goes once PostgreSQL has noticed, which is waited for ten seconds.
 */
export async function dropDatabase(server: pg.Client, name: string): Promise<void> {
  for (const until = Date.now() + 10_000; ; await sleep(100)) {
    try {
      await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function fill(url: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: "", EMBEDDED_DATABASE_URL: url };
  const run = promisify(execFile);
  await run(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], { env });
  await applySql(url);
  await ensureQueues(url);
  const seed = 'import("#prisma/seed.ts").then(({ seed }) => seed(() => {}))';
  await run(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", seed], { env });
  await withClient(url, letTheOwnerLook);
}

/**
 * The owner of the tables is held by row-level security like everybody. Tests look through its eyes at what is really there; where
 * prisma/sql is applied again, it has to be let again.
 */
export async function letTheOwnerLook(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows)
    await owner.query(`CREATE POLICY test_owner ON ${name} TO CURRENT_USER USING (true)`);
}

/** Takes away the templates of earlier states that nobody copies at this moment. */
async function dropOthers(server: pg.Client, template: string): Promise<void> {
  const { rows } = await server.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname ~ '^okaeri_template_' AND datname <> $1",
    [template],
  );
  for (const { name } of rows) await server.query(`DROP DATABASE ${name}`).catch(() => {});
}

/** Takes away what the test files of this run leave: another may be under way on the same server. */
async function sweep(server: pg.Client, run: string): Promise<void> {
  const databases = await server.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
    [run],
  );
  for (const { name } of databases.rows) await dropDatabase(server, name);
  const roles = await server.query<{ name: string }>(
    "SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, $1)",
    [`okaeri_${run}`],
  );
  for (const { name } of roles.rows) await server.query(`DROP ROLE ${name}`);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of globSync([
    "prisma/**/*.{sql,ts,csv,prisma}",
    "lib/companies/door-keys.ts",
    "lib/people/*.ts",
    "lib/ids.ts",
    "lib/jobs/*.ts",
    // Which makes the tables of the queues.
    "node_modules/pg-boss/package.json",
  ]).sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}
