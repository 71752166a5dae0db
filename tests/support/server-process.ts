import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "#lib/launch/ports.ts";
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

  /** Starts it and waits until it is healthy. Throws when it ends before, or is not within half a minute. */
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
    for (const until = Date.now() + 30_000; Date.now() < until && isRunning(child); await sleep(30)) {
      if (await answers(`${this.url}${health}`)) return;
    }
    await this.stop("SIGKILL");
    throw new Error(`${args.join(" ")} does not become healthy:\n${said.join("")}`);
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || !isRunning(child)) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
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
