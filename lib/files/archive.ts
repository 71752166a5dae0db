import "server-only";
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** Something of an archive: under which path, and its bytes. */
export type Entry = { path: string; compress: boolean; body: Readable };

/** Writes a zip to a new file, one entry after another as they come: no more of it is held than a few pieces. Throws when `signal` aborts. */
export async function writeArchive(
  path: string,
  entries: AsyncIterable<Entry>,
  { madeAt, signal }: { madeAt: Date; signal: AbortSignal },
): Promise<void> {
  const zip = new ZipFile();
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  // It tells of a body that fails as well, which ends `adding`.
  zip.on("error", (error) => over.abort(error));
  const writing = pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600 }), {
    signal: ended,
  });
  const adding = addAll(zip, entries, madeAt, ended);
  try {
    await Promise.all([writing, adding]);
  } finally {
    // Where one failed the other would wait for ever.
    over.abort();
  }
}

async function addAll(
  zip: ZipFile,
  entries: AsyncIterable<Entry>,
  mtime: Date,
  signal: AbortSignal,
): Promise<void> {
  for await (const { path, compress, body } of entries) {
    zip.addReadStream(body, path, { mtime, compress });
    try {
      await finished(body, { signal });
    } finally {
      body.destroy();
    }
  }
  zip.end();
}
