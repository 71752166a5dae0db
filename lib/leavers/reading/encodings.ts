import { Refused } from "./kinds.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "euc-jp" | "iso-2022-jp";

/** A text and how it was written. Nothing in it is replaced or normalised; throws `Refused` for bytes that no encoding explains. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  for (const encoding of candidates(bytes)) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  throw new Refused("encoding");
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return ["utf-8"];
  if (startsWith(bytes, 0xff, 0xfe)) return ["utf-16le"];
  if (startsWith(bytes, 0xfe, 0xff)) return ["utf-16be"];
  // UTF-8 allows both zeroes and escapes, so that these two are asked first.
  const zeroes = zeroBytes(bytes.subarray(0, 2000));
  if (zeroes.even + zeroes.odd > 0) return zeroes.odd >= zeroes.even ? ["utf-16le"] : ["utf-16be"];
  if (hasEscape(bytes)) return ["iso-2022-jp"];
  return isRatherEuc(bytes) ? ["utf-8", "euc-jp"] : ["utf-8", "shift_jis", "euc-jp"];
}

/** Text in EUC-JP that happens to be valid Shift_JIS too reads there as half-width katakana. */
function isRatherEuc(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, bytes.indexOf(0x0a) + 1 || bytes.length);
  const text = decodeStrictly(beginning, "shift_jis");
  if (text === undefined || decodeStrictly(beginning, "euc-jp") === undefined) return false;
  const others = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return (text.match(/[\uff61-\uff9f]/g)?.length ?? 0) > others / 2;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const count = { even: 0, odd: 0 };
  for (const [index, byte] of bytes.entries()) if (byte === 0) count[index % 2 === 0 ? "even" : "odd"]++;
  return count;
}

/** ESC $, which begins Japanese in ISO-2022-JP. */
function hasEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24) return true;
  return false;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
