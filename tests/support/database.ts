import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { appUrlFrom, ensureAppRole } from "#lib/database-roles.ts";
import { withClient } from "#lib/pg-client.ts";
import { admitProcesses } from "#lib/process-key.ts";
import { databaseUrl, testServer } from "./template.ts";

const secret = "a secret of the tests, long enough to be one";

/** The database of a test file: a copy of the sample world, which the app under test serves as it would any other. */
export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  /** Where files lie. */
  uploads: string;
  /** Asks as the owner of the tables, who in tests sees every row. */
  asOwner: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** Asks under the app's role in a transaction with these settings, as our code would. */
  asApp: <Row extends pg.QueryResultRow>(
    settings: Record<string, string>,
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>;
  /**
   * Asks under the app's role in a transaction that tried to enter the viewer's company, and is rolled back. One who is not let in
   * asks without a scope.
   */
  asViewer: <Row extends pg.QueryResultRow>(
    viewer: Pick<Viewer, "companyId" | "memberId" | "sessionId">,
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>;
};

/** Gives the test file a database of its own; template.ts sweeps it up at the end of the run. `pool`: connections of the app. */
export function openTestDatabase({ pool = 5 } = {}): TestDatabase {
  const name = `${inject("run")}_${randomBytes(4).toString("hex")}`;
  const ownerUrl = databaseUrl(name);
  const appUrl = appUrlFrom(ownerUrl, secret);
  const uploads = mkdtempSync(join(tmpdir(), "okaeri-uploads-"));
  let owner: pg.Pool;
  let app: pg.Pool;

  beforeAll(async () => {
    await withClient(testServer(), async (server) => {
      await server.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
      // The rights to a database are not copied with it: as prisma/sql/first.sql leaves them.
      await server.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
    });
    await ensureAppRole(ownerUrl, appUrl);
    await admitProcesses(ownerUrl, secret);
    owner = new pg.Pool({ connectionString: ownerUrl, max: 3 });
    app = new pg.Pool({ connectionString: appUrl, max: 3 });
    Object.assign(process.env, {
      DATABASE_URL: "",
      DATABASE_APP_URL: "",
      EMBEDDED_DATABASE_URL: ownerUrl,
      DATABASE_POOL: String(pool),
      UPLOADS: uploads,
      AUTH_SECRET: secret,
    });
  });

  afterAll(async () => {
    await (await import("#lib/jobs/jobs.ts")).stopAddingJobs();
    await (await import("#lib/db.ts")).disconnect();
    await Promise.all([owner.end(), app.end()]);
    rmSync(uploads, { recursive: true, force: true });
  });

  return {
    ownerUrl,
    appUrl,
    uploads,
    asOwner: async (sql, values) => (await owner.query(sql, values)).rows,
    asApp: (settings, sql, values) =>
      withinTransaction(app, async (client) => {
        for (const [key, value] of Object.entries(settings))
          await client.query("SELECT set_config($1, $2, true)", [key, value]);
        return (await client.query(sql, values)).rows;
      }),
    asViewer: ({ companyId, memberId, sessionId }, sql, values) =>
      withinTransaction(app, async (client) => {
        await client.query("SELECT enter_company($1, $2, $3)", [companyId, memberId, sessionId]);
        return (await client.query(sql, values)).rows;
      }),
  };
}

/** Nothing of it stays. */
async function withinTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    return await work(client);
  } finally {
    await client.query("ROLLBACK").then(
      () => client.release(),
      // It was broken off.
      (error: Error) => client.release(error),
    );
  }
}
