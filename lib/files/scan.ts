import "server-only";
import { execFile } from "node:child_process";
import { env } from "#lib/env.ts";
import { Invalid } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const defaultTimeoutMs = 60_000;

/**
 * Has SCAN_COMMAND look at a file; without that setting nobody does. Its exit code 0 means clean. Throws Invalid: `infected` for
 * 1; `notScanned` for whatever else becomes of it within `timeoutMs`, which is logged.
 */
export async function requireClean(path: string, timeoutMs = defaultTimeoutMs): Promise<void> {
  const [program, ...args] = env().scanCommand;
  if (program === undefined) return;
  const outcome = await run(program, [...args, path], timeoutMs);
  if (outcome.code === 0) return;
  if (outcome.code === 1) throw new Invalid({ file: "infected" });
  // What it printed is about somebody's file: `npm run doctor` shows what it says of a file of ours.
  const { code: exitCode, err } = outcome;
  log.error("SCAN_COMMAND could not scan a file", { err, ...(exitCode !== null && { exitCode }) });
  throw new Invalid({ file: "notScanned" });
}

type Outcome = { code: number | null; err?: unknown };

function run(program: string, args: string[], timeout: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { timeout, killSignal: "SIGKILL", maxBuffer: 1024 ** 2 } as const;
    execFile(program, args, options, (error) => {
      if (!error) return resolve({ code: 0 });
      const code = typeof error.code === "number" && !error.killed ? error.code : null;
      resolve({ code, err: error });
    });
  });
}
