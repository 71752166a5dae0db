import { execFileSync } from "node:child_process";
import { appUrlFrom, ensureAppRole } from "#lib/database-roles.ts";
import { withClient } from "#lib/pg-client.ts";
import { admitProcesses } from "#lib/process-key.ts";
import { applySql } from "#prisma/sql.ts";
import { freeOwner } from "#tests/support/free-owner.ts";
import { databaseUrl, dropDatabase, testServer } from "#tests/support/template.ts";

export type BenchDatabase = { ownerUrl: string; appUrl: string };

const secret = "a secret of the bench, long enough to be one";

/**
 * Runs `work` over an empty database of its own beside the app's, with its tables and the role that serves, and names it in the
 * environment. The owner alone goes past row-level security there.
 */
export async function withBenchDatabase<T>(
  name: string,
  work: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  process.env.TEST_DATABASE_URL ??= process.env.EMBEDDED_DATABASE_URL;
  const ownerUrl = databaseUrl(name);
  const appUrl = appUrlFrom(ownerUrl, secret);
  await withClient(testServer(), async (server) => {
    await dropDatabase(server, name);
    await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  });
  Object.assign(process.env, {
    DATABASE_URL: "",
    DATABASE_APP_URL: "",
    EMBEDDED_DATABASE_URL: ownerUrl,
    AUTH_SECRET: secret,
  });
  execFileSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
    stdio: "pipe",
  });
  await applySql(ownerUrl);
  await ensureAppRole(ownerUrl, appUrl);
  await admitProcesses(ownerUrl, secret);
  await withClient(ownerUrl, freeOwner);
  try {
    return await work({ ownerUrl, appUrl });
  } finally {
    await withClient(testServer(), async (server) => {
      await dropDatabase(server, name);
      await server.query(`DROP ROLE ${new URL(appUrl).username}`);
    });
  }
}
