import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

// Kept on globalThis: what notes the paths and what asks for them are bundled apart.
const held = globalThis as typeof globalThis & { requestPaths?: AsyncLocalStorage<string> };

/** Lets whatever a request of this process leads to know what was asked for: its method and path, without what follows "?". */
export function noteRequestPaths(): void {
  const paths = new AsyncLocalStorage<string>();
  held.requestPaths = paths;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    paths.enterWith(`${request.method} ${request.url?.split("?", 1)[0]}`);
  });
}

/** What the request that led here asked for; undefined outside of requests. */
export function requestPath(): string | undefined {
  return held.requestPaths?.getStore();
}
