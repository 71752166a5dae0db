import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { Refused } from "./kinds.ts";

export type Entry = { name: string; data: Uint8Array };

const maxEntries = 200;
const maxEntryBytes = 100 * 1024 * 1024;
const maxBytes = 200 * 1024 * 1024;

/**
 * The entries of a zip whose names are wanted, inflated. Throws `Refused`: "bomb" for more than 200 entries, more than 100 MiB in one or 200
 * in all, counted as they are inflated; "broken-workbook" for what can't be read.
 */
export async function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Entry[]> {
  try {
    // What an entry says of its size is not believed.
    const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: false,
    });
    if (file.entryCount > maxEntries) throw new Refused("bomb");
    const entries: Entry[] = [];
    let left = maxBytes;
    for await (const entry of file.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      const data = await readAtMost(await file.openReadStreamPromise(entry), Math.min(maxEntryBytes, left));
      left -= data.length;
      entries.push({ name: entry.fileName, data });
    }
    return entries;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("broken-workbook");
  }
}

/** A zip of the entries alone, so that whoever reads it inflates nothing that was not counted here. */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array> {
  const file = new ZipFile();
  for (const { name, data } of entries)
    file.addBuffer(Buffer.from(data.buffer, data.byteOffset, data.length), name, { compressionLevel: 1 });
  file.end();
  return buffer(file.outputStream);
}

async function readAtMost(stream: AsyncIterable<Buffer>, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) throw new Refused("bomb");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
