import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll } from "vitest";
import type { ClientEvents, ServerEvents } from "#lib/chat/socket-events.ts";
import type { TestDatabase } from "./database.ts";

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

type Handshake = { token?: string; company?: unknown; origin?: string | null };

/** The real sidecar as a process of its own over the test's database, from before the first test until after the last. */
export function runSidecar(database: TestDatabase) {
  let port = 0;
  let child: ChildProcess;
  const sockets: LiveSocket[] = [];

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      EMBEDDED_DATABASE_URL: database.ownerUrl,
      PORT: "3000",
      REALTIME_PORT: String(port),
    };
    child = spawn(process.execPath, ["--conditions=react-server", "lib/realtime/server.ts"], {
      env,
      stdio: "inherit",
    });
    await healthy(port);
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  /** A browser's socket, which may or may not be let in. */
  function knock({ token, company = "aoba", origin = "http://localhost:3000" }: Handshake): LiveSocket {
    const headers = {
      ...(origin && { origin }),
      ...(token && { cookie: `other=1; okaeri-session=${token}` }),
    };
    const socket: LiveSocket = io(`http://127.0.0.1:${port}`, {
      transports: ["websocket"],
      extraHeaders: headers,
      auth: { company },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    sockets.push(socket);
    return socket;
  }

  beforeAll(async () => {
    port = await freePort();
    await start();
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await stop("SIGTERM");
  });

  return {
    knock,
    /** A browser's socket that was let in and hears what is pushed. */
    connect: async (handshake: Handshake): Promise<LiveSocket> => {
      const socket = knock(handshake);
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("connect_error", reject);
      });
      await socket.timeout(5000).emitWithAck("unread:count", null);
      return socket;
    },
    restart: async (signal: NodeJS.Signals): Promise<void> => {
      await stop(signal);
      await start();
    },
  };
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

async function healthy(port: number): Promise<void> {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the sidecar does not become healthy");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
