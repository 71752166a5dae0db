import "server-only";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { z } from "zod";
import { withClient } from "#lib/pg-client.ts";
import { listTables, quoted, type Table } from "./catalog.ts";
import { BackupFailure } from "./failure.ts";

/** Where files lie until the rest of a restore is done: within the folder, which may be a disk of its own. */
const draftName = ".restoring";

/** What may lie in an empty folder of files: what is on its way, what a restore that was killed left, and what a disk has of its own. */
const ofNobody = ["incoming", draftName, "lost+found"];

/** Which have rows in a database that was migrated and is empty. */
const ofMigrations = ["_prisma_migrations", "scope_keys"];

/** Throws BackupFailure for a database that holds anything, and for a folder of files that does. Changes nothing. */
export async function requireEmptyPlace(ownerUrl: string, uploads: string): Promise<void> {
  await requireEmptyFolder(uploads);
  await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN READ ONLY");
    const tables = await listTables(client);
    if (tables.length === 0) return;
    if (await becomesReader(client)) await client.query("SET LOCAL ROLE okaeri_backup");
    await requireEmptyTables(client, tables);
  });
}

/** Throws BackupFailure for the first table that has a row for anyone who asks, but for what migrating and starting make. */
export async function requireEmptyTables(client: pg.ClientBase, tables: Table[]): Promise<void> {
  for (const table of tables) {
    if (table.schema !== "public" || ofMigrations.includes(table.name)) continue;
    const { rowCount } = await client.query(`SELECT FROM ${quoted(table)} LIMIT 1`);
    if (rowCount)
      throw new BackupFailure(
        `The database is not empty (there are ${table.name}): restore into an empty one, so that nothing is lost.`,
      );
  }
}

/** Whether the owner has to become another to see rows. Throws BackupFailure where nobody is known who sees them. */
async function becomesReader(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT bool_or(c.relrowsecurity) AS guarded, bool_and(EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup'))
        FILTER (WHERE c.relrowsecurity) AS readable
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  const [{ guarded, readable }] = z
    .tuple([z.object({ guarded: z.boolean(), readable: z.boolean().nullable() })])
    .parse(rows);
  if (guarded && !readable)
    throw new BackupFailure("The database has tables of another version: restore into an empty one.");
  return guarded;
}

async function requireEmptyFolder(uploads: string): Promise<void> {
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const [first] = (await readdir(uploads)).filter((name) => !ofNobody.includes(name));
  if (first)
    throw new BackupFailure(
      `The folder ${uploads} is not empty: move what is in it away, so that nothing is lost.`,
    );
}

/** Gives `work` a folder for files, and afterwards leaves them in `uploads`: all of them, or none where `work` throws. */
export async function withDraftFolder<T>(
  uploads: string,
  work: (draft: string, keep: () => Promise<void>) => Promise<T>,
): Promise<T> {
  await requireEmptyFolder(uploads);
  const draft = join(uploads, draftName);
  const kept: string[] = [];
  const keep = async () => {
    for (const name of await readdir(draft)) {
      await rename(join(draft, name), join(uploads, name));
      kept.push(name);
    }
  };
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    return await work(draft, keep);
  } catch (error) {
    for (const name of kept) await rm(join(uploads, name), { recursive: true });
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
