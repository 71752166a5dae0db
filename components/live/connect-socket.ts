import { io } from "socket.io-client";
import { connectTimeoutMs, type LiveSocket } from "./live-socket.ts";
import { realtimeUrlFor } from "./realtime-url.ts";

/** A socket of one company's page, not yet connected. `url` is the setting's, `company` the slug. */
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
