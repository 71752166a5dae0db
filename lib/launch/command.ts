import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { LaunchFailure } from "./failure.ts";
import { signalGroup } from "./process-identity.ts";
import { recordChild } from "./run-record.ts";

export type Outcome = { code: number; output: string };

type CommandOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Ends the program, with all that it started. */
  signal?: AbortSignal;
};

/** Runs a program to its end and returns its exit code with all that it printed. Code 127: it could not start. */
export async function capture(
  program: string,
  args: string[],
  options: CommandOptions = {},
): Promise<Outcome> {
  const child = spawnGroup(program, args, ["ignore", "pipe", "pipe"], options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const { code, problem } = await whenClosed(child);
  return { code, output: output + problem };
}

/** Runs a program to its end, its output seen as it comes, and returns its exit code. */
export async function show(program: string, args: string[], options: CommandOptions = {}): Promise<number> {
  const { code, problem } = await whenClosed(
    spawnGroup(program, args, ["ignore", "inherit", "inherit"], options),
  );
  if (problem) console.error(problem);
  return code;
}

/** Runs one of the project's tools with our own Node. Throws LaunchFailure with its last lines when it fails. */
export async function runTool(
  label: string,
  args: string[],
  signal: AbortSignal,
  env = process.env,
): Promise<void> {
  const { code, output } = await capture(process.execPath, args, { signal, env });
  if (code !== 0) throw new LaunchFailure(`${label} failed; its last lines:\n${lastLines(output, 25)}`);
}

/** The last lines of a program's output, for a person who has to find out what went wrong. */
export function lastLines(output: string, count = 15): string {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}

// In a group of its own, so that a terminal's Ctrl-C reaches only us, who end things in the right order.
function spawnGroup(
  program: string,
  args: string[],
  stdio: StdioOptions,
  options: CommandOptions,
): ChildProcess {
  const { signal, ...rest } = options;
  signal?.throwIfAborted();
  const child = spawn(program, args, { ...rest, stdio, detached: true });
  if (signal && child.pid) recordChild(child.pid);
  const end = () => child.pid && signalGroup(child.pid, "SIGTERM");
  signal?.addEventListener("abort", end, { once: true });
  child.once("close", () => signal?.removeEventListener("abort", end));
  return child;
}

function whenClosed(child: ChildProcess): Promise<{ code: number; problem: string }> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, problem: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, problem: "" }));
  });
}
