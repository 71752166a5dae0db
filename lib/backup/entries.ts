import { createHash } from "node:crypto";
import { z } from "zod";
import { ByteReader } from "./byte-reader.ts";
import { BackupFailure } from "./failure.ts";

const maxRecordSize = 64 * 1024 ** 2;

const tableName = { schema: z.string(), name: z.string() };

/** The installation at the moment of the backup. The first entry. */
const aboutSchema = z.object({
  kind: z.literal("about"),
  takenAt: z.iso.datetime(),
  version: z.string(),
  postgres: z.string(),
  /** The row of the task that made this backup: in the backup it is still under way. */
  taskId: z.uuid(),
  /** Those that had been applied, in their order. */
  migrations: z.array(z.string()),
  /** Of the tables in which jobs wait. */
  queueVersion: z.int().nullable(),
  /** By which a restore tells whether AUTH_SECRET is the same; says nothing of it. */
  secretMark: z.string(),
});
export type About = z.infer<typeof aboutSchema>;

/** The files of the data folder that are nowhere else. */
export const keyNames = ["secret", "vapid.json"] as const;
export type KeyName = (typeof keyNames)[number];

const headerSchema = z.discriminatedUnion("kind", [
  aboutSchema,
  /** A file of the data folder. */
  z.object({ kind: z.literal("key"), name: z.enum(keyNames) }),
  z.object({ kind: z.literal("file"), key: z.string() }),
  /** Rows, as COPY writes them. */
  z.object({ kind: z.literal("table"), ...tableName, columns: z.array(z.string()) }),
  z.object({ kind: z.literal("sequence"), ...tableName, value: z.string(), called: z.boolean() }),
  /** The last entry: without it something is missing. */
  z.object({
    kind: z.literal("end"),
    entries: z.int(),
    rows: z.int(),
    files: z.int(),
    /** Files that have a row and lay nowhere: the first of them, and how many. */
    missing: z.object({ count: z.int(), keys: z.array(z.string()) }),
  }),
]);
export type EntryHeader = z.infer<typeof headerSchema>;

/** Of an entry's body, once it has run through. Each row of a table is a line. */
export type Measure = { sha256: string; size: number; lines: number };
const measureSchema = z.object({ sha256: z.string(), size: z.int(), lines: z.int() });

/** Measures bytes while they run through. */
export class Measured implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly #hash = createHash("sha256");
  #size = 0;
  #lines = 0;
  #measure: Measure | undefined;

  constructor(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#source) {
      this.#hash.update(piece);
      this.#size += piece.byteLength;
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) this.#lines += 1;
      yield piece;
    }
    this.#measure = { sha256: this.#hash.digest("hex"), size: this.#size, lines: this.#lines };
  }

  get measure(): Measure {
    if (!this.#measure) throw new Error("The bytes have not run through");
    return this.#measure;
  }
}

export type Entry = { header: EntryHeader; body?: Measured };

/** Entries as bytes: of each its header, its body in pieces, nothing, and its measure; every one with its length before it. */
export async function* writeEntries(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { header, body } of entries) {
    yield* recordOf(header);
    const measured = body ?? new Measured([]);
    for await (const piece of measured) {
      if (piece.byteLength === 0) continue;
      yield lengthOf(piece.byteLength);
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    }
    yield lengthOf(0);
    yield* recordOf(measured.measure);
  }
}

/**
 * The entries of a backup. A body that is not read to its end is passed over; either way it is compared with its measure before the
 * next entry comes. Throws BackupFailure, also when there is no last entry, or something after it.
 */
export async function* readEntries(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ header: EntryHeader; body: AsyncIterable<Uint8Array>; measure: () => Measure }> {
  const reader = new ByteReader(bytes);
  let ended = false;
  for (let record = await readRecord(reader); record; record = await readRecord(reader)) {
    const header = parse(headerSchema, record);
    if (ended) throw incomplete();
    const body = new Measured(readBody(reader));
    const reading = body[Symbol.asyncIterator]();
    // No `return`: what its reader leaves is read here.
    const next = () => reading.next();
    yield { header, body: { [Symbol.asyncIterator]: () => ({ next }) }, measure: () => body.measure };
    for await (const _ of reading);
    const kept = parse(measureSchema, (await readRecord(reader)) ?? Buffer.alloc(0));
    if (kept.sha256 !== body.measure.sha256 || kept.lines !== body.measure.lines) throw incomplete();
    ended = header.kind === "end";
  }
  if (!ended) throw incomplete();
}

async function* readBody(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = await readRecord(reader);
    if (!piece) throw incomplete();
    if (piece.length === 0) return;
    yield piece;
  }
}

/** Null at the end. */
async function readRecord(reader: ByteReader): Promise<Buffer | null> {
  const length = await reader.read(4);
  if (length.length === 0) return null;
  const size = length.length === 4 ? length.readUInt32BE() : Number.POSITIVE_INFINITY;
  if (size > maxRecordSize) throw incomplete();
  const record = await reader.read(size);
  if (record.length < size) throw incomplete();
  return record;
}

function parse<Schema extends z.ZodType>(schema: Schema, record: Buffer): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(record.toString()));
  } catch {
    throw incomplete();
  }
}

function incomplete(): BackupFailure {
  return new BackupFailure("This backup is incomplete or made by another version: take another one.");
}

function* recordOf(value: EntryHeader | Measure): Generator<Buffer> {
  const bytes = Buffer.from(JSON.stringify(value));
  yield lengthOf(bytes.length);
  yield bytes;
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}
