import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import type { FileStore } from "#lib/files/store.ts";
import { type Entry, type EntryHeader, type KeyName, Measured, writeEntries } from "./entries.ts";
import { BackupFailure } from "./failure.ts";
import { readBackup, type Summary } from "./reading.ts";
import { seal } from "./sealing.ts";
import { type Snapshot, withSnapshot } from "./snapshot.ts";
import { LostFiles, openFiles } from "./stored-files.ts";

/** Of the missing files as many are named. */
const maxNamed = 20;

export type Installation = {
  ownerUrl: string;
  store: FileStore;
  /** What of the data folder belongs to a backup, by name: keys that are nowhere else. */
  keys: Map<KeyName, Buffer>;
  secret: string;
  version: string;
};

export type BackupRequest = {
  installation: Installation;
  /** Where it is to lie. Whole and checked, or not at all. */
  file: string;
  /** Encrypted when there is one. */
  key: string | undefined;
  taskId: string;
  signal: AbortSignal;
  /** Bytes of rows and files; `total` is about. */
  report: (done: number, total: number) => void;
};

/** `lost`: of the missing files those whose row is there still, so that nobody took them away. */
type Taken = Summary & { lost: number };

/**
 * Writes a backup of the installation as it is at one moment, while it is in use, reads it from the disk again, and compares every entry.
 * Memory does not grow with it. Throws BackupFailure, and what the database, the store and the disk throw; there is no file then.
 */
export async function takeBackup(request: BackupRequest): Promise<Taken> {
  const { installation, file, key, signal } = request;
  const unfinished = unfinishedName(file);
  try {
    const written = await withSnapshot(installation.ownerUrl, signal, async (snapshot) => {
      const counted = { entries: 0, rows: 0, files: 0, lost: 0 };
      await pipeline(
        writeEntries(listEntries(snapshot, request, counted)),
        createZstdCompress(),
        (bytes: AsyncIterable<Buffer>) => seal(bytes, key),
        createWriteStream(unfinished, { mode: 0o600, flush: true }),
        { signal },
      );
      return counted;
    });
    const summary = await readBackup(unfinished, { key, signal });
    if (summary.rows !== written.rows || summary.files !== written.files)
      throw new BackupFailure(
        "What lies on the disk is not what was written: check the disk, and try again.",
      );
    await rename(unfinished, file);
    return { ...summary, lost: written.lost };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Where a backup lies while it is made. */
export function unfinishedName(file: string): string {
  return `${file}.unfinished`;
}

/** By which one tells whether another AUTH_SECRET is the same. */
export function markOf(secret: string): string {
  return createHash("sha256").update(`okaeri backup ${secret}`).digest("base64url").slice(0, 22);
}

async function* listEntries(
  snapshot: Snapshot,
  { installation, taskId, report }: BackupRequest,
  counted: { entries: number; rows: number; files: number; lost: number },
): AsyncGenerator<Entry> {
  const { takenAt, postgres, migrations, queueVersion } = snapshot;
  const { version, secret, keys, store } = installation;
  const missing = { count: 0, keys: [] as string[] };
  const lost = new LostFiles(installation.ownerUrl);
  const progress = progressOf(snapshot.bytes, report);

  const secretMark = markOf(secret);
  const about = { takenAt: takenAt.toISOString(), version, postgres, taskId, migrations, queueVersion };
  yield* one({ kind: "about", ...about, secretMark });
  for (const [name, bytes] of keys) yield* one({ kind: "key", name }, new Measured([bytes]));
  // Before the rows, which cannot be taken away meanwhile.
  for await (const { key, body } of openFiles(store, snapshot.files())) {
    if (body) {
      yield* one({ kind: "file", key }, new Measured(progress(body)));
      counted.files += 1;
      continue;
    }
    if (missing.count++ < maxNamed) missing.keys.push(key);
    await lost.add(key);
  }
  counted.lost = await lost.count();
  for (const table of snapshot.tables) {
    const body = new Measured(progress(snapshot.rows(table)));
    yield* one({ kind: "table", ...table }, body);
    counted.rows += body.measure.lines;
  }
  for (const sequence of snapshot.sequences) yield* one({ kind: "sequence", ...sequence });
  const { entries, rows, files } = counted;
  yield { header: { kind: "end", entries, rows, files, missing } };

  function* one(header: EntryHeader, body?: Measured): Generator<Entry> {
    counted.entries += 1;
    yield { header, body };
  }
}

function progressOf(total: number, report: (done: number, total: number) => void) {
  let done = 0;
  return async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      done += piece.byteLength;
      report(done, Math.max(done, total));
      yield piece;
    }
  };
}
