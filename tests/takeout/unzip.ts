import { crc32, inflateRawSync } from "node:zlib";

/** The entries of a zip by their paths, as its central directory tells of them; throws where one's bytes are not what it says. Below 4 GB. */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const count = zip.readUInt16LE(end + 10);
  const found = new Map<string, Buffer>();
  for (let nth = 0, at = zip.readUInt32LE(end + 16); nth < count; nth++) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const entry = zip.readUInt32LE(at + 42);
    const begin = entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28);
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is broken`);
    if (found.has(name)) throw new Error(`${name} stands there twice`);
    found.set(name, bytes);
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return found;
}
