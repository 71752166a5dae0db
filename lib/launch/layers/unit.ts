import { join } from "node:path";
import { show } from "#lib/launch/command.ts";
import { root } from "#lib/launch/folders.ts";
import type { EmbeddedPostgres } from "#lib/launch/postgres/embedded.ts";
import { asSuperuser, ensureOwnedDatabase, ownerUrl } from "#lib/launch/postgres/owner.ts";
import { ensureRedis } from "#lib/launch/redis.ts";
import { ensureClient } from "#lib/launch/schema.ts";
import { freshResultsFile, readResults } from "./results.ts";
import { type Tally, withCrash } from "./tally.ts";
import { vitestReport } from "./vitest-report.ts";

/** Vitest: units, domains against a real database, the sidecar with real sockets, the launcher itself. */
export async function runUnitTests(
  server: EmbeddedPostgres,
  files: string[],
  signal: AbortSignal,
): Promise<Tally> {
  await ensureClient(signal);
  await ensureRedis(signal);
  await ensureOwnedDatabase(server, "postgres");
  await disableFsync(server);
  const file = freshResultsFile("vitest");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const env = {
    ...process.env,
    TEST_DATABASE_URL: ownerUrl(server, "postgres"),
    EMBEDDED_DATABASE_URL: ownerUrl(server, "okaeri_test"),
  };
  const code = await show(process.execPath, [vitest, "run", ...reporters, ...files], { env, signal });
  return withCrash(readResults(file, vitestReport), code);
}

/**
 * Lets the server leave writing to the disk to the system: what tests write need not outlive the machine. Each of the many copied
 * databases has hundreds of files, and DROP DATABASE waits until all of them are on the disk, on a slow one for a minute.
 */
async function disableFsync(server: EmbeddedPostgres): Promise<void> {
  await asSuperuser(server, "postgres", async (client) => {
    await client.query("ALTER SYSTEM SET fsync = off");
    await client.query("SELECT pg_reload_conf()");
  });
}
