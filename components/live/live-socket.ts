import type { Socket } from "socket.io-client";
import type { ClientEvents } from "#lib/realtime/commands.ts";
import type { Refusal } from "#lib/results.ts";

export type Listener = (...args: never[]) => void;

/** Emits are typed by ClientEvents; listen with useLiveEvent, which types what the server sends. */
export type LiveSocket = Socket<Record<string, Listener>, ClientEvents>;

/** What a page needs of its socket, whether the socket's library is there by now or not. */
export type PageSocket = Pick<LiveSocket, "connected" | "emit" | "emitWithAck"> & {
  on(name: string, listener: Listener): unknown;
  once(name: string, listener: Listener): unknown;
  off(name: string, listener: Listener): unknown;
  listeners(name: string): Listener[];
  disconnect(): unknown;
  connect(): unknown;
  io: { engine?: { close(): unknown }; timeout(ms: number): unknown };
};

/** What the handshake says to somebody who is not, or no longer, a member. */
export const notFound: Refusal["code"] = "not-found";

/** Short, so that a network which comes back is noticed at once; longer for one that is only slow. */
export const connectTimeoutMs = { short: 3_000, long: 10_000 };

/** To be called when the web answers while the socket does not connect: the network is there, and slow. */
export function allowSlowConnect(socket: PageSocket): void {
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
