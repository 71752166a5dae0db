import "server-only";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { folderStore } from "#lib/files/store.ts";
import { asOwner } from "#lib/owner.ts";
import { withClient } from "#lib/pg-client.ts";
import {
  copyIn,
  copyOut,
  copySettings,
  findQueueVersion,
  listTables,
  quoted,
  type Table,
} from "./catalog.ts";
import { Measured } from "./entries.ts";
import { BackupFailure } from "./failure.ts";
import { requireEmptyTables, withDraftFolder } from "./place.ts";
import { type ReadEntry, readBackup, type Summary } from "./reading.ts";

export type RestoreRequest = {
  file: string;
  key: string | undefined;
  /** A database with the backup's own migrations and with queues, and no rows. */
  ownerUrl: string;
  /** The folder of files: empty, or not there. */
  uploads: string;
  /** Whether people stay signed in: for an installation that moves, and whose old place is no more. */
  keepSessions: boolean;
  /** Called when all else is there and nothing of it is committed: puts the keys in their place. */
  putKeys: () => void;
  signal: AbortSignal;
};

/**
 * Puts a backup into an empty place, compares what every table then holds with the backup, and ends what must not come back to life.
 * All or nothing of it. Memory does not grow with it. Throws BackupFailure, and what the database and the disk throw.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Summary> {
  const { ownerUrl, uploads, file, key, signal, keepSessions, putKeys } = request;
  const guarded = await listGuarded(ownerUrl);
  return withDraftFolder(uploads, (draft, keepFiles) =>
    asOwner(ownerUrl, guarded, async (client) => {
      await client.query(copySettings);
      const tables = await listTables(client);
      await requireEmptyTables(client, tables);
      const queueVersion = await findQueueVersion(client);
      await client.query(`TRUNCATE ${tables.map(quoted).join(", ")}`);
      await toggleTriggers(client, tables, "DISABLE");
      const summary = await readBackup(file, { key, signal }, (entry) =>
        place(client, { tables, queueVersion, draft, signal }, entry),
      );
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      await endTheOld(client, summary.about.taskId, keepSessions);
      await toggleTriggers(client, tables, "ENABLE");
      signal.throwIfAborted();
      await keepFiles();
      putKeys();
      return summary;
    }),
  );
}

type Place = { tables: Table[]; queueVersion: number | null; draft: string; signal: AbortSignal };

async function place(
  client: pg.Client,
  { tables, queueVersion, draft, signal }: Place,
  entry: ReadEntry,
): Promise<void> {
  const { header, body } = entry;
  switch (header.kind) {
    case "about":
      if (header.queueVersion !== queueVersion)
        throw new BackupFailure(
          `This backup's jobs are in tables of another version: restore it with Okaeri ${header.version}, and then go on to this one.`,
        );
      break;
    case "file":
      await placeFile(draft, header.key, body, signal);
      break;
    case "table":
      await placeTable(client, tables, header, entry);
      break;
    case "sequence":
      await client.query("SELECT setval($1, $2, $3)", [quoted(header), header.value, header.called]);
      break;
  }
}

async function placeFile(
  draft: string,
  key: string,
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const path = join(draft, "incoming");
  await pipeline(body, createWriteStream(path, { mode: 0o600 }), { signal });
  await folderStore(draft).put(key, path);
  await rm(path, { force: true });
}

async function placeTable(
  client: pg.Client,
  tables: Table[],
  { schema, name, columns }: Table,
  { body, measure }: ReadEntry,
): Promise<void> {
  const known = tables.find((table) => table.schema === schema && table.name === name);
  if (known?.columns.join() !== columns.join())
    throw new BackupFailure(`This backup's ${name} is not the table that its own version makes.`);
  await pipeline(body, client.query(copyFrom(copyIn(known))));
  const back = new Measured(client.query(copyTo(copyOut(known))));
  for await (const _ of back);
  if (back.measure.sha256 !== measure().sha256)
    throw new BackupFailure(`What came back of ${name} is not what is in the backup: nothing was restored.`);
}

/**
 * Whom somebody signed out since the backup must not be let in again, nor a code or link that was used since; and a page that was loaded
 * before knows more than what was restored. So everybody signs in once more, unless the old place just stopped.
 */
async function endTheOld(client: pg.Client, taskId: string, keepSessions: boolean): Promise<void> {
  if (!keepSessions) await client.query("DELETE FROM sessions; DELETE FROM sign_ins");
  // In the backup, the backup itself is still under way.
  await client.query(
    "UPDATE long_work SET state = 'DONE', claim = NULL, lease_ends_at = NULL, finished_at = now() WHERE id = $1",
    [taskId],
  );
}

async function toggleTriggers(client: pg.Client, tables: Table[], how: "DISABLE" | "ENABLE"): Promise<void> {
  for (const table of tables) await client.query(`ALTER TABLE ${quoted(table)} ${how} TRIGGER USER`);
}

async function listGuarded(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    return rows.map(({ name }) => quoted({ schema: "public", name }));
  });
}
