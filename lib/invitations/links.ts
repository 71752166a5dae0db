import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { codeHash } from "#lib/auth/tokens.ts";

// Crockford's base 32: read aloud and typed from paper, no letter is taken for another.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** The secret of an invitation's link: 130 random bits in 26 characters. */
export function newInvitationToken(): string {
  return Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join("");
}

/** What is kept of it, however it was typed: in capitals, with dashes or spaces, O for 0, I or L for 1. */
export function invitationTokenHash(token: string): Uint8Array<ArrayBuffer> {
  const plain = token.toLowerCase().replace(/[-\s]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return new Uint8Array(createHash("sha256").update(`invitation ${plain}`).digest());
}

/** What is kept of the code of six digits that stands beside a link in its mail. */
export function invitationCodeHash(code: string, token: string): Uint8Array<ArrayBuffer> {
  return codeHash(code, Buffer.from(invitationTokenHash(token)).toString("hex"));
}
