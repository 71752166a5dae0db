import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { LaunchFailure } from "./failure.ts";
import { readableLine } from "./log-lines.ts";
import { signalGroup } from "./process-identity.ts";
import { recordChild } from "./run-record.ts";

/** A process of the app: what our Node runs, with which settings beside those of this process, and where it says that it is well. */
export type Part = { name: string; args: string[]; env?: Record<string, string>; health: string };

type Running = { part: Part; child: ChildProcess; lines: string[]; startedAt: number };

const keptLines = 20;
const restartsInARow = 4;
const quietLife = 60_000;

/** Keeps the parts of the app running. */
export class Supervisor {
  private readonly running = new Map<string, Running>();
  private readonly crashes = new Map<string, number>();
  private readonly givenUp = Promise.withResolvers<never>();
  private started = false;
  private stopping = false;

  constructor() {
    // Before keep() is called nobody awaits this promise.
    this.givenUp.promise.catch(() => {});
  }

  /** Starts all parts and waits until each is healthy. Throws LaunchFailure with the last lines of one that does not get there. */
  async start(parts: Part[], signal: AbortSignal): Promise<void> {
    for (const part of parts) this.spawn(part);
    await Promise.race([
      this.givenUp.promise,
      Promise.all(parts.map((part) => this.untilHealthy(part, signal))),
    ]);
    this.started = true;
  }

  /** Restarts what dies, until `signal` aborts. Throws LaunchFailure when a part dies again and again. */
  async keep(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    await Promise.race([this.givenUp.promise, aborted]);
  }

  /** Ends every part within seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    const parts = [...this.running.values()];
    for (const { child } of parts) child.kill("SIGTERM");
    const killTimer = setTimeout(() => this.kill(), 6_000);
    await Promise.all(parts.map(({ child }) => whenEnded(child)));
    clearTimeout(killTimer);
    this.kill();
  }

  kill(): void {
    this.stopping = true;
    for (const { child } of this.running.values()) if (child.pid) signalGroup(child.pid, "SIGKILL");
  }

  private spawn(part: Part): void {
    const child = spawn(process.execPath, part.args, {
      detached: true,
      env: { ...process.env, ...part.env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    if (child.pid) recordChild(child.pid);
    const entry: Running = { part, child, lines: [], startedAt: Date.now() };
    this.running.set(part.name, entry);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.hear(entry, line));
    }
    // Its own child processes may still hold its port.
    child.once("exit", () => child.pid && signalGroup(child.pid, "SIGKILL"));
    child.once("close", (code, signal) =>
      this.bury(entry, signal ? `was killed by ${signal}` : `ended with code ${code}`),
    );
  }

  private hear({ part, lines }: Running, printed: string): void {
    const line = readableLine(printed);
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    if (this.started && !this.stopping) console.log(`${part.name.padEnd(8)} ${line}`);
  }

  private bury({ part, lines, startedAt }: Running, how: string): void {
    if (this.stopping) return;
    const crashes = Date.now() - startedAt > quietLife ? 1 : (this.crashes.get(part.name) ?? 0) + 1;
    this.crashes.set(part.name, crashes);
    const account = `The ${part.name} process ${how}${lines.length ? `; its last lines:\n${indent(lines)}` : "."}`;
    if (!this.started || crashes > restartsInARow) {
      const again = this.started
        ? `${account}\nIt has died ${crashes} times in a row: see its lines above.`
        : account;
      this.givenUp.reject(new LaunchFailure(again));
      return;
    }
    const delay = 2 ** (crashes - 1);
    console.log(`${account}\nStarting it again in ${delay} s.`);
    setTimeout(() => !this.stopping && this.spawn(part), delay * 1_000);
  }

  private async untilHealthy({ name, health }: Part, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + 90_000;
    while (!(await answers(health))) {
      signal.throwIfAborted();
      if (Date.now() > deadline) {
        const lines = this.running.get(name)?.lines ?? [];
        throw new LaunchFailure(
          `The ${name} process runs but is not healthy after 90 s (${health}); its last lines:\n${indent(lines)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function whenEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

function indent(lines: string[]): string {
  return lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`).join("\n");
}
