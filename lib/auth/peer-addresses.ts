import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";

/**
 * Lets every request of this process carry the address it really came from. Next fills x-forwarded-for in only where the client
 * has not: anyone who sent one could be anybody at each try. Behind a proxy that we trust, the header is the proxy's.
 */
export function writePeerAddresses(): void {
  if (env().trustProxy) return;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
  });
}
