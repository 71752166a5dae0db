import { io, type Socket } from "socket.io-client";
import type { ClientEvents } from "#lib/realtime/commands.ts";
import type { Refusal } from "#lib/results.ts";
import { realtimeUrlFor } from "./realtime-url.ts";

/** Emits are typed by ClientEvents; listen with useLiveEvent, which types what the server sends. */
export type LiveSocket = Socket<Record<string, (...args: never[]) => void>, ClientEvents>;

/** What the handshake says to somebody who is not, or no longer, a member. */
export const notFound: Refusal["code"] = "not-found";

/** Short, so that a network which comes back is noticed at once; longer for one that is only slow. */
const connectTimeoutMs = { short: 3_000, long: 10_000 };

/** A socket of one company's page, not yet connected. */
export function createSocket(url: string, company: string): LiveSocket {
  const here = typeof location === "undefined" ? url : realtimeUrlFor(url, location.hostname);
  return io(here, {
    auth: { company },
    autoConnect: false,
    forceNew: true,
    transports: ["websocket"],
    withCredentials: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_000,
    timeout: connectTimeoutMs.short,
  });
}

/** To be called when the web answers while the socket does not connect: the network is there, and slow. */
export function allowSlowConnect(socket: LiveSocket): void {
  socket.io.timeout(connectTimeoutMs.long);
}

/** Connects, and connects again at once when the network or the tab comes back. Returns what disconnects it for good. */
export function keepConnected(socket: LiveSocket): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;

  function connectNow() {
    // Disconnecting first cancels the delay of a pending reconnection.
    if (!socket.connected) socket.disconnect().connect();
  }
  function connectInSight() {
    if (!document.hidden) connectNow();
  }
  function endAtOnce() {
    socket.io.engine?.close();
  }
  // socket.io leaves it to us to try again where the server refused the handshake.
  function tryLater(error: Error) {
    if (!socket.active) retry = setTimeout(connectNow, error.message === notFound ? 60_000 : 3_000);
  }

  function expectFastConnect() {
    socket.io.timeout(connectTimeoutMs.short);
  }

  addEventListener("online", connectNow);
  addEventListener("offline", endAtOnce);
  document.addEventListener("visibilitychange", connectInSight);
  socket.on("connect_error", tryLater);
  socket.on("connect", expectFastConnect);
  socket.connect();
  return () => {
    clearTimeout(retry);
    removeEventListener("online", connectNow);
    removeEventListener("offline", endAtOnce);
    document.removeEventListener("visibilitychange", connectInSight);
    socket.off("connect_error", tryLater);
    socket.off("connect", expectFastConnect);
    socket.disconnect();
  };
}
