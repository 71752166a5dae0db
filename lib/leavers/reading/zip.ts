import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { Refused } from "./kinds.ts";

export type Entry = { name: string; data: Uint8Array };

const maxEntries = 200;
const maxEntryBytes = 100 * 1024 * 1024;
const maxBytes = 200 * 1024 * 1024;

/**
 * The entries of a zip whose names are wanted, inflated. Throws `Refused`: "bomb" for more than 200 entries, more than 100 MiB in one or 200
 * in all, counted as they are inflated; "broken-workbook" for what can't be read.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > maxEntries) throw new Refused("bomb");
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    let left = maxBytes;
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Refused("broken-workbook");
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (isWanted(name)) {
        const data = inflate(view, at, Math.min(maxEntryBytes, left));
        left -= data.length;
        entries.push({ name, data });
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new Refused("broken-workbook");
    throw error;
  }
}

/** A zip of the entries alone, so that whoever reads it inflates nothing that was not counted here. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const named = new TextEncoder().encode(name);
    const packed = deflateRawSync(data, { level: 1 });
    // What both kinds of header say: the version that is needed, UTF-8 names, deflated, no time, checksum, sizes, length of the name.
    const sizes = numbers([4, crc32(data)], [4, packed.length], [4, data.length], [2, named.length], [2, 0]);
    const shared = Buffer.concat([numbers([2, 20], [2, 0x800], [2, 8], [4, 0]), sizes]);
    const header = Buffer.concat([numbers([4, 0x04034b50]), shared, named]);
    files.push(header, packed);
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), shared, place, named);
    offset += header.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...files, ...directory, end]);
}

/** Where the record stands that ends a zip and says where its directory is. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refused("broken-workbook");
}

function inflate(view: DataView, at: number, most: number): Uint8Array {
  const local = view.getUint32(at + 42, true);
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const length = view.getUint32(at + 20, true);
  if (begin + length > view.byteLength) throw new Refused("broken-workbook");
  const packed = new Uint8Array(view.buffer, view.byteOffset + begin, length);
  const method = view.getUint16(at + 10, true);
  if (method === 0 && length <= most) return packed;
  if (method !== 8) throw new Refused(method === 0 ? "bomb" : "broken-workbook");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw new Refused(isTooLong(error) ? "bomb" : "broken-workbook");
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

/** Little-endian, each as [bytes, value]. */
function numbers(...fields: [bytes: 2 | 4, value: number][]): Uint8Array {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
