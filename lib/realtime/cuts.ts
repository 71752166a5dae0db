import { log } from "#lib/log.ts";
import type { LiveSocket } from "./rooms.ts";

/** What a browser may say at once, in bytes; whoever says more is cut. The longest that our schemas take is a quarter of it. */
export const maxPacketBytes = 64 * 1024;

/** Logs that a connection was cut because of what came over it: a browser of ours never says such a thing. */
export function logCut(socket: LiveSocket, reason: string, description: unknown): void {
  const { companyId, memberId } = socket.data.viewer;
  if (String(description).includes("Max payload size exceeded"))
    log.warn("a socket was cut: it said more than fits into one packet", { companyId, memberId });
  else if (reason === "parse error")
    log.warn("a socket was cut: it said what is no packet", { companyId, memberId });
}
