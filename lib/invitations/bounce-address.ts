import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

/** Where a mail of an invitation comes back to if it can't be delivered: an address of its own (VERP), which only we can make. Null where there is none. */
export function bounceAddressOf(mailId: string): string | null {
  const at = env().bounceAddress?.split("@");
  return at ? `${at[0]}+${plain(mailId)}.${macOf(mailId)}@${at[1]}` : null;
}

/** Of which mail an address of ours tells that it came back; null for any other. */
export function bouncedMailOf(address: string): string | null {
  const [, id, mac] = /\+([0-9a-f]{32})\.([0-9a-f]{16})@/i.exec(address.toLowerCase()) ?? [];
  if (!id || !mac) return null;
  const mailId = id.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(mailId))) ? mailId : null;
}

function plain(mailId: string): string {
  return mailId.replaceAll("-", "");
}

function macOf(mailId: string): string {
  return createHmac("sha256", env().secret).update(`bounce of ${mailId}`).digest("hex").slice(0, 16);
}
