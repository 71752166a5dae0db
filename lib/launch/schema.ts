import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "#lib/pg-client.ts";
import { applySql } from "#prisma/sql.ts";
import { runTool } from "./command.ts";
import { fingerprint, isStamped } from "./fingerprint.ts";
import { root } from "./folders.ts";
import { step } from "./progress.ts";

const migrationsFolder = join(root, "prisma/migrations");
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

/** Applies the migrations that the database lacks, and then prisma/sql, where either has changed. */
export async function migrate(ownerUrl: string, signal: AbortSignal): Promise<void> {
  const { length: lacking } = await listLackingMigrations(ownerUrl);
  if (lacking > 0) {
    await step(`Applying ${lacking} migration${lacking === 1 ? "" : "s"}`, () =>
      runTool("prisma migrate deploy", [prismaCli, "migrate", "deploy"], signal),
    );
  }
  await applySql(ownerUrl);
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
