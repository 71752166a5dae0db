import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { inject } from "vitest";
import type { BackupRequest, Installation } from "#lib/backup/backup.ts";
import type { RestoreRequest } from "#lib/backup/restore.ts";
import { folderStore } from "#lib/files/store.ts";
import { newId } from "#lib/ids.ts";
import { withClient } from "#lib/pg-client.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { databaseUrl, testServer } from "#tests/support/template.ts";

export const secret = "a secret of the tests, long enough to be one";

/** A folder of the test's own; the system sweeps it up. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "okaeri-backup-"));
}

/** What a test asks for, besides what it says itself. */
export function backupOf(
  { ownerUrl, uploads }: Pick<TestDatabase, "ownerUrl" | "uploads">,
  { file, ...rest }: { file: string } & Partial<Omit<BackupRequest, "installation"> & Installation>,
): BackupRequest {
  const { store = folderStore(uploads), keys = new Map(), ...request } = rest;
  return {
    installation: { ownerUrl, store, keys, secret, version: "0.0.0" },
    file,
    key: undefined,
    taskId: newId(),
    signal: new AbortController().signal,
    report: () => {},
    ...request,
  };
}

export type EmptyPlace = { ownerUrl: string; uploads: string };

/** A database with every table and no row, and a folder without files. */
export async function openEmptyPlace(): Promise<EmptyPlace> {
  const name = `${inject("run")}_${randomBytes(4).toString("hex")}`;
  await withClient(testServer(), (server) =>
    server.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`),
  );
  const ownerUrl = databaseUrl(name);
  await withClient(ownerUrl, async (client) => {
    const ofMigrations = ["public._prisma_migrations", "public.scope_keys"];
    const tables = (await listTableNames(client)).filter((table) => !ofMigrations.includes(table));
    await client.query(`TRUNCATE ${tables.filter((table) => table.startsWith("public.")).join(", ")}`);
  });
  return { ownerUrl, uploads: join(newFolder(), "uploads") };
}

export function restoreInto(
  { ownerUrl, uploads }: EmptyPlace,
  { file, ...rest }: { file: string } & Partial<RestoreRequest>,
): RestoreRequest {
  const signal = new AbortController().signal;
  return {
    file,
    key: undefined,
    ownerUrl,
    uploads,
    keepSessions: false,
    putKeys: () => {},
    signal,
    ...rest,
  };
}

/** Every row of every table, as its text: ours, and those of the queue but for what tells of processes that ran. */
export async function readEverything(client: pg.ClientBase): Promise<Record<string, string[]>> {
  const everything: Record<string, string[]> = {};
  for (const table of await listTableNames(client)) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT t::text AS line FROM ${table} t ORDER BY t::text COLLATE "C"`,
    );
    everything[table] = rows.map(({ line }) => line);
  }
  return everything;
}

async function listTableNames(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'r' AND c.relname NOT LIKE 'queue_stats%' AND c.relname NOT IN ('instance', 'warning')
      ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
