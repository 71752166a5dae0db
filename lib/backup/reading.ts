import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { type About, type EntryHeader, type KeyName, type Measure, readEntries } from "./entries.ts";
import { BackupFailure } from "./failure.ts";
import { unseal } from "./sealing.ts";

export type Summary = {
  about: About;
  tables: number;
  rows: number;
  files: number;
  /** Of rows and files, before they were made smaller. */
  bytes: number;
  missing: { count: number; keys: string[] };
};

export type ReadEntry = { header: EntryHeader; body: AsyncIterable<Uint8Array>; measure: () => Measure };

type Options = { key: string | undefined; signal?: AbortSignal };

/**
 * Reads a backup from its beginning to its end, and gives `take` each entry in turn; what it does not read is checked all the same.
 * Returns what there was, which is as much as the backup's end says. Throws BackupFailure, and what `take` throws.
 */
export async function readBackup(
  file: string,
  { key, signal }: Options,
  take: (entry: ReadEntry) => Promise<void> = async () => {},
): Promise<Summary> {
  let summary: Summary | undefined;
  await pipeline(
    createReadStream(file, { highWaterMark: 256 * 1024 }),
    (bytes: AsyncIterable<Buffer>) => unseal(bytes, key),
    createZstdDecompress(),
    async (bytes: AsyncIterable<Buffer>) => {
      summary = await countEntries(readEntries(bytes), take);
    },
    { signal },
  );
  if (!summary) throw incomplete();
  return summary;
}

export type Beginning = { about: About; keys: Map<KeyName, Buffer> };

/** What a backup says of itself, and the keys in it, without reading further. Throws BackupFailure. */
export async function readBeginning(file: string, key: string | undefined): Promise<Beginning> {
  const enough = new AbortController();
  const keys = new Map<KeyName, Buffer>();
  let about: About | undefined;
  const reading = readBackup(file, { key, signal: enough.signal }, async ({ header, body }) => {
    if (header.kind === "about") about = header;
    else if (header.kind === "key")
      keys.set(header.name, await Readable.from(body).toArray().then(Buffer.concat));
    else enough.abort();
  });
  await reading.catch((error: unknown) => {
    if (!enough.signal.aborted) throw error;
  });
  if (!about) throw incomplete();
  return { about, keys };
}

async function countEntries(
  entries: AsyncIterable<ReadEntry>,
  take: (entry: ReadEntry) => Promise<void>,
): Promise<Summary> {
  let about: About | undefined;
  let end: Extract<EntryHeader, { kind: "end" }> | undefined;
  const seen = { entries: 0, tables: 0, rows: 0, files: 0, bytes: 0 };
  for await (const entry of countBodies(entries, seen)) {
    const { header } = entry;
    if (!about && header.kind !== "about") throw incomplete();
    if (header.kind === "about") about = header;
    if (header.kind === "end") end = header;
    else seen.entries += 1;
    await take(entry);
  }
  const whole = end?.entries === seen.entries && end.rows === seen.rows && end.files === seen.files;
  if (!about || !end || !whole) throw incomplete();
  const { tables, rows, files, bytes } = seen;
  return { about, tables, rows, files, bytes, missing: end.missing };
}

/** Counts an entry once it was read to its end, which is when the next one is asked for. */
async function* countBodies(
  entries: AsyncIterable<ReadEntry>,
  seen: { tables: number; rows: number; files: number; bytes: number },
): AsyncGenerator<ReadEntry> {
  let before: ReadEntry | undefined;
  const count = () => {
    if (!before) return;
    const { size, lines } = before.measure();
    seen.bytes += size;
    if (before.header.kind === "table") [seen.tables, seen.rows] = [seen.tables + 1, seen.rows + lines];
    if (before.header.kind === "file") seen.files += 1;
  };
  for await (const entry of entries) {
    count();
    before = entry;
    yield entry;
  }
  count();
}

function incomplete(): BackupFailure {
  return new BackupFailure("This backup is incomplete: take another one.");
}
