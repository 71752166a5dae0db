import "server-only";
import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { swallow } from "#lib/swallow.ts";

const unknownType = "application/octet-stream";

const sampleSize = 64 * 1024;

/**
 * What a file's bytes say that it is; never its name, nor what a browser says of it. Text of any kind that has no signature, HTML and
 * scripts among it, is text/plain.
 */
export async function sniffType(path: string): Promise<string> {
  // Bytes that only begin like something make the library throw.
  const found = await fileTypeFromFile(path).catch(swallow("unreadable file"));
  return found?.mime ?? ((await isText(path)) ? "text/plain" : unknownType);
}

async function isText(path: string): Promise<boolean> {
  const sample = await readStart(path);
  // Escape (1B) belongs to the Japanese text of mails, ISO-2022-JP.
  if (sample.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte))) return false;
  return ["utf-8", "shift_jis", "euc-jp"].some((encoding) => reads(sample, encoding));
}

function reads(sample: Uint8Array, encoding: string): boolean {
  try {
    // As a part of something longer: the sample may end in the middle of a letter.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleSize), 0, sampleSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
