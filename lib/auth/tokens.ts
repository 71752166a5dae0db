import "server-only";
import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { env } from "#lib/env.ts";

/** A secret of 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: a token has enough randomness for a plain hash. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** Six decimal digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What the database keeps of a code: keyed, since a million codes are soon tried. `salt` is its sign-in's id. */
export function codeHash(code: string, salt: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", env().secret).update(`${salt}:${code}`).digest());
}
