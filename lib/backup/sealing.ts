import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import { parseJson } from "#lib/parse-json.ts";
import { ByteReader } from "./byte-reader.ts";
import { BackupFailure } from "./failure.ts";

const frameSize = 64 * 1024;
const tagSize = 16;
const maxHeaderSize = 1024;
// 2: partitions lie in it one by one.
const format = 2;

const headerSchema = z.object({
  okaeri: z.literal("backup"),
  format: z.int(),
  cipher: z.enum(["aes-256-gcm", "none"]),
  salt: z.base64url(),
  check: z.base64url(),
});
type Header = z.infer<typeof headerSchema>;

/**
 * A backup's bytes as they lie on a disk: a line that says what it is, then frames of 64 KiB, each with a tag over its place, itself and
 * whether it is the last. So a frame that was changed, moved, left out or added is found, and so is a file that was cut short. With a
 * key frames are encrypted by AES-256-GCM, and the tag is its own; without one it is the beginning of a SHA-256.
 */
export async function* seal(
  bytes: AsyncIterable<Uint8Array>,
  password: string | undefined,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(16).toString("base64url");
  const key = password === undefined ? null : await deriveKey(password, salt);
  const cipher = key ? "aes-256-gcm" : "none";
  const header: Header = { okaeri: "backup", format, cipher, salt, check: checkOf(key) };
  const line = Buffer.from(JSON.stringify(header));
  yield Buffer.concat([line, Buffer.from("\n")]);
  const reader = new ByteReader(bytes);
  let frame = await reader.read(frameSize);
  for (let place = 0; ; place++) {
    const next = frame.length < frameSize ? Buffer.alloc(0) : await reader.read(frameSize);
    const last = next.length === 0;
    yield* key ? encrypt(key, line, place, last, frame) : [frame, digest(line, place, last, frame)];
    if (last) return;
    frame = next;
  }
}

/** What was sealed. Throws BackupFailure for another file, another key, and what was changed or cut short. */
export async function* unseal(
  bytes: AsyncIterable<Uint8Array>,
  password: string | undefined,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(bytes);
  const line = await reader.readLine(maxHeaderSize);
  const key = await openHeader(line, password);
  if (!line) return;
  let frame = await reader.read(frameSize + tagSize);
  for (let place = 0; ; place++) {
    const next = await reader.read(frameSize + tagSize);
    const last = next.length === 0;
    const [payload, tag] = [frame.subarray(0, -tagSize), frame.subarray(-tagSize)];
    if (frame.length < tagSize) throw damaged(place);
    if (key) yield decrypt(key, line, place, last, { payload, tag });
    else if (digest(line, place, last, payload).equals(tag)) yield payload;
    else throw damaged(place);
    if (last) return;
    frame = next;
  }
}

async function openHeader(line: Buffer | null, password: string | undefined): Promise<Buffer | null> {
  const header = headerSchema.safeParse(parseJson(line?.toString() ?? "")).data;
  if (!header) throw new BackupFailure("This file is no backup of Okaeri, or its beginning is damaged.");
  if (header.format > format)
    throw new BackupFailure("This backup was made by a newer version of Okaeri: restore it with that one.");
  if (header.format < format)
    throw new BackupFailure(
      "This backup was made by an older version of Okaeri: restore it with that one, then update.",
    );
  if (header.cipher === "none") {
    // Somebody may have put it in the place of one that nobody else could have made.
    if (password !== undefined)
      throw new BackupFailure(
        "BACKUP_KEY is set and this backup is not encrypted: unset BACKUP_KEY to take it all the same.",
      );
    return null;
  }
  if (password === undefined)
    throw new BackupFailure("This backup is encrypted: set BACKUP_KEY to the key that it was made with.");
  const key = await deriveKey(password, header.salt);
  if (checkOf(key) !== header.check)
    throw new BackupFailure("BACKUP_KEY is another than the one that this backup was made with.");
  return key;
}

function* encrypt(key: Buffer, line: Buffer, place: number, last: boolean, payload: Buffer) {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(place, last)).setAAD(line);
  yield cipher.update(payload);
  cipher.final();
  yield cipher.getAuthTag();
}

function decrypt(
  key: Buffer,
  line: Buffer,
  place: number,
  last: boolean,
  { payload, tag }: { payload: Buffer; tag: Buffer },
): Buffer {
  const options = { authTagLength: tagSize };
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(place, last), options).setAAD(line);
  const plain = decipher.setAuthTag(tag).update(payload);
  try {
    decipher.final();
  } catch {
    throw damaged(place);
  }
  return plain;
}

// Each backup has a key of its own, by its salt: counting is enough for no nonce to come twice.
function nonceOf(place: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(place, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

function digest(line: Buffer, place: number, last: boolean, payload: Buffer): Buffer {
  const hash = createHash("sha256").update(line).update(nonceOf(place, last)).update(payload);
  return hash.digest().subarray(0, tagSize);
}

// 32 MiB and about a tenth of a second, since a person may have thought the key up.
async function deriveKey(password: string, salt: string): Promise<Buffer> {
  const derive = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt);
  return derive(password, Buffer.from(salt, "base64url"), 32, { N: 2 ** 15, maxmem: 64 * 1024 ** 2 });
}

/** Tells the right key from a wrong one, which a damaged file would otherwise look like. */
function checkOf(key: Buffer | null): string {
  return key ? createHmac("sha256", key).update("okaeri backup").digest("base64url").slice(0, 22) : "";
}

function damaged(place: number): BackupFailure {
  const megabytes = Math.round((place * frameSize) / 1e6);
  return new BackupFailure(
    `This backup was changed or cut short, ${megabytes} MB after its beginning: take another one.`,
  );
}
