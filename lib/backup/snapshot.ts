import "server-only";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { withClient } from "#lib/pg-client.ts";
import { swallow } from "#lib/swallow.ts";
import {
  copyOut,
  copySettings,
  findQueueVersion,
  listMigrations,
  listSequences,
  listTables,
  quoted,
  type Sequence,
  type Table,
} from "./catalog.ts";
import { BackupFailure } from "./failure.ts";

const batch = 1_000;

/** A file that has a row, with the bytes that it should have. */
export type FileRow = { company_id: string; id: string; size: number; preview: boolean };

/** The database at one moment, however long one looks at it. Nobody waits for it, but a migration. */
export type Snapshot = {
  takenAt: Date;
  postgres: string;
  migrations: string[];
  queueVersion: number | null;
  tables: Table[];
  sequences: Sequence[];
  /** About: what the rows and files take on the disk. */
  bytes: number;
  files: () => AsyncGenerator<FileRow>;
  /** The rows of a table as COPY writes them. One at a time. */
  rows: (table: Table) => AsyncIterable<Uint8Array>;
};

/**
 * Opens a snapshot as the owner, who within this transaction becomes the role that reads everything (prisma/sql/core/backup.sql).
 * When `signal` aborts, what is being read breaks off. Throws BackupFailure for a database that does not know that role yet.
 */
export async function withSnapshot<T>(
  ownerUrl: string,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  return withClient(ownerUrl, async (client) => {
    const breakOff = () => void client.end().catch(swallow("closing a connection"));
    signal.addEventListener("abort", breakOff, { once: true });
    try {
      signal.throwIfAborted();
      const snapshot = await open(client);
      return await work(snapshot);
    } finally {
      signal.removeEventListener("abort", breakOff);
    }
  });
}

async function open(client: pg.Client): Promise<Snapshot> {
  await client.query(copySettings);
  const seen = await listTables(client);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  // Before the first look, from which on it is one moment: so the tables stay what they are in it.
  if (seen.length > 0) await client.query(`LOCK TABLE ${seen.map(quoted).join(", ")} IN ACCESS SHARE MODE`);
  const migrations = await listMigrations(client);
  const role = await client.query("SELECT to_regrole('okaeri_backup') IS NOT NULL AS there");
  if (!migrations || !role.rows[0].there) {
    throw new BackupFailure(
      "This database is none of Okaeri's, or of a version that knew no backup: run `npm run migrate` first.",
    );
  }
  const { rows } = await client.query(
    "SELECT now() AS taken_at, current_setting('server_version') AS postgres",
  );
  const [about] = z.tuple([z.object({ taken_at: z.date(), postgres: z.string() })]).parse(rows);
  const tables = await listTables(client);
  const queueVersion = await findQueueVersion(client);
  const sequences = await listSequences(client);
  const bytes = await measure(client);
  return {
    takenAt: about.taken_at,
    postgres: about.postgres,
    migrations,
    queueVersion,
    tables,
    sequences,
    bytes,
    files: () => listFiles(client),
    rows: (table) => readRows(client, table),
  };
}

async function* readRows(client: pg.Client, table: Table): AsyncGenerator<Uint8Array> {
  await become(client, table.schema === "public" ? "okaeri_backup" : "NONE");
  yield* client.query(copyTo(copyOut(table)));
}

/** In the order of their keys, some at a time: there may be millions. */
async function* listFiles(client: pg.Client): AsyncGenerator<FileRow> {
  await become(client, "okaeri_backup");
  const first = "00000000-0000-0000-0000-000000000000";
  for (let [company, id] = [first, first]; ; ) {
    const { rows } = await client.query(
      `SELECT company_id, id, size, preview FROM files WHERE (company_id, id) > ($1, $2)
        ORDER BY company_id, id LIMIT ${batch}`,
      [company, id],
    );
    const files = fileRows.parse(rows);
    yield* files;
    const last = files.at(-1);
    if (!last || files.length < batch) return;
    [company, id] = [last.company_id, last.id];
  }
}

const fileRows = z.array(
  z.object({ company_id: z.uuid(), id: z.uuid(), size: z.int(), preview: z.boolean() }),
);

async function measure(client: pg.Client): Promise<number> {
  await become(client, "okaeri_backup");
  const { rows } = await client.query(
    `SELECT ((SELECT sum(pg_table_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)
      + (SELECT coalesce(sum(size), 0) FROM files))::float8 AS bytes`,
  );
  return z.tuple([z.object({ bytes: z.number() })]).parse(rows)[0].bytes;
}

// pg-boss's tables are the owner's own, and guarded by nothing.
async function become(client: pg.Client, role: "okaeri_backup" | "NONE"): Promise<void> {
  await client.query(`SET LOCAL ROLE ${role}`);
}
