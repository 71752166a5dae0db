import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { applySql } from "#prisma/sql.ts";
import { runTool } from "./command.ts";
import { fingerprint, isStamped } from "./fingerprint.ts";
import { root } from "./folders.ts";
import { step } from "./progress.ts";

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

/**
 * The migrations that the database lacks, the oldest first. Asked ahead, since Prisma's own start takes longer than all else of a second
 * start. One that failed counts too: Prisma then tells what to do.
 */
export async function listLackingMigrations(ownerUrl: string): Promise<string[]> {
  const folder = join(root, "prisma/migrations");
  const wanted = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const applied = await readApplied(ownerUrl);
  return wanted.flatMap(({ name }) => (applied.has(name) ? [] : name)).sort();
}

async function readApplied(ownerUrl: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    if (!table.rows[0].name) return new Set();
    const { rows } = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(rows.map((row) => row.migration_name));
  } finally {
    await client.end();
  }
}
