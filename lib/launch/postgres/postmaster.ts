import { existsSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { lastLines } from "#lib/launch/command.ts";
import { errorCode, LaunchFailure } from "#lib/launch/failure.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { commandByPs, identify, waitForEnd } from "#lib/launch/process-identity.ts";
import type { Programs } from "./programs.ts";

type Postmaster = { pid: number; port: number };

/** The server that runs on this data directory, or null. */
export async function findPostmaster(data: string, programs: Programs): Promise<Postmaster | null> {
  const written = readPidFile(data);
  return written && (await worksOn(data, written.pid, programs)) ? written : null;
}

/** Starts a server on a data directory on which none runs, on `port` or a free one. */
export async function startPostmaster(
  data: string,
  log: string,
  programs: Programs,
  port?: number,
): Promise<Postmaster> {
  removeMisleadingPidFile(data);
  for (let attempt = 1; ; attempt++) {
    const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const chosen = port ?? (await findFreePort());
    const { code, output } = await programs.run(
      "pg_ctl",
      "start",
      "-D",
      data,
      "-l",
      log,
      "-w",
      "-t",
      "60",
      "-o",
      `-p ${chosen}`,
    );
    const started = readPidFile(data);
    if (code === 0 && started) return started;
    const said = existsSync(log) ? readFileSync(log, "utf8").slice(before) : output;
    if (said.includes("No space left on device"))
      throw new LaunchFailure("The disk is full: free some space and start again.");
    if (attempt === 10 || !passing.test(said)) {
      throw new LaunchFailure(
        `The embedded PostgreSQL did not start; its log is ${log}.\n${lastLines(said)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

// The port was taken meanwhile; the server's children outlive a killed server by a moment.
const passing = /Address already in use|pre-existing shared memory block/;

/** Stops the server that runs on this data directory; nothing happens where none does: pg_ctl would signal whoever has its number. */
export async function stopPostmaster(data: string, programs: Programs): Promise<void> {
  const running = await findPostmaster(data, programs);
  if (!running) return;
  const process = identify(running.pid);
  const { code, output } = await programs.run("pg_ctl", "stop", "-D", data, "-m", "fast", "-w", "-t", "30");
  if (code !== 0 && (await findPostmaster(data, programs))) {
    throw new LaunchFailure(`The embedded PostgreSQL did not stop: ${output.trim()}`);
  }
  // It takes its file away a moment before it has ended.
  if (process) await waitForEnd(process, 5_000);
}

// PostgreSQL sees by itself that the process of a pid file is gone. When that number has come to belong to another
// process (a container starts counting again), it would believe that to be a server, and refuse.
function removeMisleadingPidFile(data: string): void {
  const written = readPidFile(data);
  if (written && answersSignals(written.pid)) rmSync(join(data, "postmaster.pid"), { force: true });
}

// Line 1 is the process, line 4 the port.
function readPidFile(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** Whether the process is a server on this data directory, and not one that has got its number since. */
export async function worksOn(
  data: string,
  pid: number,
  programs: Pick<Programs, "runAny">,
  platform = process.platform,
): Promise<boolean> {
  if (platform !== "linux") return namesDirectory(commandByPs(pid), data);
  // A postmaster works in its data directory. It is asked for as its own user: in a container root may not look.
  const { code, output } = await programs.runAny("readlink", `/proc/${pid}/cwd`);
  return code === 0 && output.trim() === realpathSync(data);
}

/** Whether a command line is that of a postmaster on this directory, by whichever name of it: `…/postgres -D <directory> -p 5432`. */
function namesDirectory(command: string, data: string): boolean {
  const [, named] = command.match(/postgres -D (.+?)(?: -p |$)/) ?? [];
  return named !== undefined && existsSync(named) && realpathSync(named) === realpathSync(data);
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
