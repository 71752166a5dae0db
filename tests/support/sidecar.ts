import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll } from "vitest";
import type { ServerEvents } from "#lib/live/events.ts";
import type { ClientEvents } from "#lib/realtime/commands.ts";
import { Balancer } from "./balancer.ts";
import type { TestDatabase } from "./database.ts";
import { type Redis, startRedis } from "./redis.ts";
import { type ServerProcess, sidecarProcess } from "./server-process.ts";
import type { Transport } from "./transports.ts";

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

type Handshake = {
  token?: string;
  company?: unknown;
  origin?: string | null;
  /** Which sidecar, from 0; by the load balancer unless it is said. */
  at?: number;
};

type Options = {
  count?: number;
  transport?: Transport;
  env?: Record<string, string>;
  onOutput?: (text: string) => void;
};

/**
 * Real sidecars, as processes of their own, over the test's database and behind a load balancer, from before the first test until after
 * the last.
 */
export function runSidecar(
  database: TestDatabase,
  { count = 1, transport = "NOTIFY", env = {}, onOutput }: Options = {},
) {
  const sidecars: ServerProcess[] = [];
  const sockets: LiveSocket[] = [];
  let balancer: Balancer | undefined;
  let redis: Redis | undefined;

  beforeAll(async () => {
    if (transport === "Redis") redis = await startRedis();
    const settings = { EMBEDDED_DATABASE_URL: database.ownerUrl, REDIS_URL: redis?.url ?? "", ...env };
    for (let n = 0; n < count; n++) sidecars.push(await sidecarProcess(settings, onOutput));
    await Promise.all(sidecars.map((sidecar) => sidecar.start()));
    balancer = await Balancer.before(sidecars.map(({ port }) => port));
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    balancer?.close();
    await Promise.all(sidecars.map((sidecar) => sidecar.stop()));
    await redis?.stop();
  });

  function sidecar(at: number): ServerProcess {
    const found = sidecars[at];
    if (!found) throw new Error(`there is no sidecar ${at}`);
    return found;
  }

  /** A browser's socket, which may or may not be let in. */
  function knock({ token, company = "aoba", origin = "http://localhost:3000", at }: Handshake): LiveSocket {
    const headers = {
      ...(origin && { origin }),
      ...(token && { cookie: `other=1; okaeri-session=${token}` }),
    };
    const socket: LiveSocket = io(
      `http://127.0.0.1:${at === undefined ? balancer?.port : sidecar(at).port}`,
      {
        transports: ["websocket"],
        extraHeaders: headers,
        auth: { company },
        forceNew: true,
        reconnectionDelay: 50,
        reconnectionDelayMax: 200,
      },
    );
    sockets.push(socket);
    return socket;
  }

  return {
    knock,
    /** A browser's socket that was let in and hears what is pushed. */
    connect: async (handshake: Handshake): Promise<LiveSocket> => {
      const socket = knock(handshake);
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("connect_error", reject);
      });
      await settled(socket);
      return socket;
    },
    stop: (signal: NodeJS.Signals, at = 0): Promise<number | null> => sidecar(at).stop(signal),
    start: (at = 0): Promise<void> => sidecar(at).start(),
    restart: async (signal: NodeJS.Signals, at = 0): Promise<void> => {
      await sidecar(at).stop(signal);
      await sidecar(at).start();
    },
    /** What it says of itself. */
    health: async (at = 0): Promise<unknown> => (await fetch(`${sidecar(at).url}/health`)).json(),
    redis: (): Redis => {
      if (!redis) throw new Error("these sidecars have no Redis");
      return redis;
    },
  };
}

/** Waits until the socket is in its rooms: commands are answered from then on. */
export async function settled(socket: LiveSocket): Promise<void> {
  await socket.timeout(5000).emitWithAck("unread:count", null);
}

/** What a socket is told under a name, as it comes in. */
export function hear<Name extends keyof ServerEvents>(
  socket: LiveSocket,
  name: Name,
): Parameters<ServerEvents[Name]>[] {
  const heard: Parameters<ServerEvents[Name]>[] = [];
  // socket.io's types do not relate a generic name to its listener.
  const listener: (...values: Parameters<ServerEvents[Name]>) => void = (...values) => heard.push(values);
  Reflect.apply(socket.on, socket, [name, listener]);
  return heard;
}
