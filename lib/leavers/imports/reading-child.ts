import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { InvariantError } from "#lib/errors.ts";
import { writePiece } from "#lib/files/incoming.ts";
import { newId } from "#lib/ids.ts";
import type { ReadingJob, ReadingResult } from "./reading-process.ts";

/** Megabytes of objects that reading may take, and how long. */
const maxHeap = 256;
const maxMs = 10 * 60_000;

/**
 * Reads files in a process of its own; what came of them lies in `folder`, of the work with this id, once this returns. Files that take more
 * memory or time than they may are refused, all of them as too large. Ends when `signal` aborts.
 */
export async function readInChild(
  workId: string,
  job: Omit<ReadingJob, "run">,
  signal: AbortSignal,
): Promise<void> {
  const run = newId();
  const child = fork(join(import.meta.dirname, "reading-process.ts"), {
    execArgv: [`--max-old-space-size=${maxHeap}`, "--max-semi-space-size=8"],
    // It needs no secrets, and prints what an engine that runs out of memory prints.
    env: { NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    signal: AbortSignal.any([signal, AbortSignal.timeout(maxMs)]),
    killSignal: "SIGKILL",
  });
  const told = tellOf(child);
  child.send({ ...job, run } satisfies ReadingJob);
  const { code, failure } = await told;
  signal.throwIfAborted();
  if (code === 0) return;
  if (failure) throw new InvariantError(`a file could not be read: ${failure}`);
  await writePiece(workId, JSON.stringify(refuseAll(run, job)), "reading.json");
}

function tellOf(child: ChildProcess): Promise<{ code: number | null; failure?: string }> {
  return new Promise((resolve) => {
    let failure: string | undefined;
    child.once("message", (name) => {
      failure = String(name);
    });
    // It was ended, or could not be told: that it exits tells of it.
    child.on("error", () => {});
    child.once("exit", (code) => resolve(failure === undefined ? { code } : { code, failure }));
  });
}

function refuseAll(run: string, { files }: Pick<ReadingJob, "files">): ReadingResult {
  return {
    run,
    files: files.map((file) => ({
      name: file.name,
      refused: "refused" in file ? file.refused : "too-large",
    })),
    people: 0,
    pieces: 0,
    tables: [],
    leftOut: { active: 0, onLeave: 0, totals: 0, notes: 0 },
    joined: 0,
  };
}
