import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findQueueVersion } from "#lib/backup/catalog.ts";
import { ensureQueues, queueTablesVersion } from "#lib/jobs/queues.ts";
import { withClient } from "#lib/pg-client.ts";
import { TaskUnderWay, withoutOperatorTask } from "#lib/work/operator-tasks.ts";
import { applySql, isSqlCurrent } from "#prisma/sql.ts";
import { describeBackup } from "./backup-under-way.ts";
import { runTool } from "./command.ts";
import { LaunchFailure } from "./failure.ts";
import { fingerprint, isStamped } from "./fingerprint.ts";
import { root } from "./folders.ts";
import { step } from "./progress.ts";
import { areSearchTextsCurrent, renewSearchTexts } from "./search-texts.ts";

const migrationsFolder = join(root, "prisma/migrations");
/** How long a migration waits for a table that is in use: everybody else waits behind it. */
const lockTimeoutMs = 3_000;
const maxAttempts = 20;
/** As prisma/schema-engine.mjs tells it. */
const lockNotAvailable = "SQLSTATE 55P03";
const prismaCli = join(root, "node_modules/prisma/build/index.js");

/** Generates the Prisma client from the schema, unless it is up to date. */
export async function ensureClient(signal: AbortSignal): Promise<void> {
  const current = fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  const stamp = join(root, "lib/generated/.stamp");
  if (isStamped(stamp, current)) return;
  await step("Generating the database client", () =>
    runTool("prisma generate", [prismaCli, "generate"], signal),
  );
  writeFileSync(stamp, current);
}

/**
 * Applies the migrations that the database lacks, then prisma/sql, the queues and the texts that searches look in, where any has changed.
 * Throws LaunchFailure where there is something to change and a backup is under way: the change would wait for the tables that it reads, and everybody for the change.
 */
export async function migrate(ownerUrl: string, signal: AbortSignal): Promise<void> {
  const bringUpToDate = async () => {
    const lacking = await listLackingMigrations(ownerUrl);
    if (lacking.length > 0) await applyMigrations(ownerUrl, lacking, signal);
    await applySql(ownerUrl);
    await ensureQueues(ownerUrl);
    if (!(await withClient(ownerUrl, areSearchTextsCurrent)))
      await step("Making the texts that searches look in", () => renewSearchTexts(ownerUrl));
  };
  if (await isUpToDate(ownerUrl)) return bringUpToDate();
  try {
    await withoutOperatorTask(ownerUrl, "backup", bringUpToDate);
  } catch (error) {
    throw error instanceof TaskUnderWay ? new LaunchFailure(describeBackup(error.running)) : error;
  }
}

async function isUpToDate(ownerUrl: string): Promise<boolean> {
  const { length: lacking } = await listLackingMigrations(ownerUrl);
  return withClient(
    ownerUrl,
    async (client) =>
      lacking === 0 &&
      (await isSqlCurrent(client)) &&
      (await areSearchTextsCurrent(client)) &&
      // Newer ones are left by an update that was taken back.
      ((await findQueueVersion(client)) ?? 0) >= queueTablesVersion,
  );
}

async function applyMigrations(ownerUrl: string, lacking: string[], signal: AbortSignal): Promise<void> {
  const { length } = lacking;
  await step(`Applying ${length} migration${length === 1 ? "" : "s"}`, async () => {
    const env = {
      ...process.env,
      PGOPTIONS: `${process.env.PGOPTIONS ?? ""} -c lock_timeout=${lockTimeoutMs}`,
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await runTool("prisma migrate deploy", [prismaCli, "migrate", "deploy"], signal, env);
      } catch (error) {
        if (!(error instanceof LaunchFailure) || !error.message.includes(lockNotAvailable)) throw error;
        await takeBack(ownerUrl, lacking);
      }
      if (attempt === maxAttempts)
        throw new LaunchFailure(
          "Something has held a table that a migration changes for too long: end it (a long transaction, or another program's backup), then start again.",
        );
    }
  });
}

/** A migration that waited too long has changed nothing: it is one transaction. Prisma would want to hear that from a person. */
async function takeBack(ownerUrl: string, names: string[]): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `UPDATE _prisma_migrations SET rolled_back_at = now()
        WHERE migration_name = ANY ($1) AND finished_at IS NULL AND rolled_back_at IS NULL`,
      [names],
    ),
  );
}

/** Applies these migrations to a database that has none, and leaves prisma/sql for later: so an older backup finds its tables. */
export async function migrateTo(names: string[], signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "okaeri-migrations-"));
  try {
    const known = listOwn().filter((name) => names.includes(name));
    for (const name of ["migration_lock.toml", ...known])
      cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    const env = { ...process.env, MIGRATIONS_FOLDER: folder };
    await step("Making the tables", () =>
      runTool("prisma migrate deploy", [prismaCli, "migrate", "deploy"], signal, env),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Those of these migrations that came after the newest that this version has. Older ones it may have done without since. */
export function findNewer(names: string[]): string[] {
  const newest = listOwn().at(-1) ?? "";
  return names.filter((name) => name > newest);
}

function listOwn(): string[] {
  const entries = readdirSync(migrationsFolder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * The migrations that the database lacks, the oldest first. Asked ahead, since Prisma's own start takes longer than all else of a second
 * start. One that failed counts too: Prisma then tells what to do.
 */
export async function listLackingMigrations(ownerUrl: string): Promise<string[]> {
  const applied = await readApplied(ownerUrl);
  return listOwn().filter((name) => !applied.has(name));
}

async function readApplied(ownerUrl: string): Promise<Set<string>> {
  return withClient(ownerUrl, async (client) => {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    if (!table.rows[0].name) return new Set();
    const { rows } = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(rows.map((row) => row.migration_name));
  });
}
