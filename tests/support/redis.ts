import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "#lib/launch/debian.ts";
import { findFreePort } from "#lib/launch/ports.ts";

export type Redis = {
  url: string;
  /** Takes its process away without a word, and brings it back on the same port, empty, after what is done `whileAway`. */
  restart: (whileAway?: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
};

/** A Redis of one's own on a free port, which keeps nothing; undefined on a machine that has no redis-server. */
export async function startRedis(): Promise<Redis | undefined> {
  const found = findProgram("redis-server");
  if (!found) return undefined;
  const program: string = found;
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), "okaeri-redis-"));
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    folder,
  ];
  let child = await start();

  async function start() {
    const started = spawn(program, args, { stdio: "ignore" });
    await untilListening(port);
    return started;
  }
  async function end(signal: NodeJS.Signals) {
    const ended = once(child, "exit");
    if (child.kill(signal)) await ended;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async (whileAway = async () => {}) => {
      await end("SIGKILL");
      await whileAway();
      child = await start();
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether the machine has a redis-server, so that a test can run over it too. */
export function hasRedis(): boolean {
  return findProgram("redis-server") !== null;
}

async function untilListening(port: number): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("redis-server does not start");
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
      .once("error", () => resolve(false))
      .once("connect", () => socket.write("PING\r\n"))
      .once("data", (data) => {
        socket.destroy();
        resolve(String(data).startsWith("+PONG"));
      });
  });
}
