import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { findFreePort, requireFreePort } from "#lib/launch/ports.ts";
import { sleep } from "./findings.ts";

type Program = {
  port: number;
  args: string[];
  health?: string;
  env: Record<string, string>;
  /** Hears all that it prints. */
  onOutput?: (text: string) => void;
};

/** A server of ours as a process of its own, which can be killed and started again on its port. */
export class ServerProcess {
  readonly port: number;
  readonly #program: Program;
  #child: ChildProcess | undefined;

  constructor(program: Program) {
    this.port = program.port;
    this.#program = program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Throws while it does not run. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error("The server does not run.");
    return pid;
  }

  /** Starts it and waits until it is healthy. Throws when it ends before, or is not within a minute and a half. */
  async start(): Promise<void> {
    const { args, env, health = "/health" } = this.#program;
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    // Whose database is killed says much: it is told only when it does not come up.
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#program.onOutput?.(text);
        said.push(text);
        if (said.length > 20) said.shift();
      });
    }
    for (const until = Date.now() + 90_000; Date.now() < until && isRunning(child); await sleep(30)) {
      if (await answers(`${this.url}${health}`)) return;
    }
    await this.stop("SIGKILL");
    throw new Error(`${args.join(" ")} does not become healthy:\n${said.join("")}`);
  }

  /** Asks it to end, and waits until it has. Its exit code; null where it was killed, or ran no more. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    return this.#end((child) => child.kill(signal));
  }

  /** Lets go of the channel to it, as the death of this process would. Its exit code. */
  async leave(): Promise<number | null> {
    return this.#end((child) => child.disconnect());
  }

  async #end(ask: (child: ChildProcess) => void): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || !isRunning(child)) return null;
    const ended = once(child, "exit");
    ask(child);
    const [code] = await ended;
    return z.int().nullable().parse(code);
  }
}

/** The real sidecar, with the settings of this process and those of `env`; its browsers' origin is http://localhost:3000. */
export async function sidecarProcess(
  env: Record<string, string>,
  onOutput?: Program["onOutput"],
): Promise<ServerProcess> {
  const port = await findFreePort();
  return new ServerProcess({
    port,
    args: ["--conditions=react-server", "lib/realtime/server.ts"],
    env: { PORT: "3000", REALTIME_PORT: String(port), ...env },
    ...(onOutput && { onOutput }),
  });
}

/** The first of so many ports in a row that nobody listens on at the moment. */
export async function findFreePorts(count: number): Promise<number> {
  for (;;) {
    const first = await findFreePort();
    const ports = Array.from({ length: count }, (_, place) => first + place);
    const problems = await Promise.all(
      ports.map((port) => requireFreePort(port, "a test", "").then(() => null, String)),
    );
    if (problems.every((problem) => problem === null)) return first;
  }
}

/** The real worker, with the settings of this process and those of `env`. */
export async function workerProcess(
  env: Record<string, string> = {},
  onOutput?: Program["onOutput"],
): Promise<ServerProcess> {
  const port = await findFreePort();
  return new ServerProcess({
    port,
    args: ["--conditions=react-server", "lib/jobs/worker.ts"],
    env: { WORKER_PORT: String(port), ...env },
    ...(onOutput && { onOutput }),
  });
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
