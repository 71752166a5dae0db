import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** A process that may have ended since: its number alone could by now belong to another one. */
export const processIdentity = z.object({ pid: z.int().positive(), startedAt: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

export function ownIdentity(): ProcessIdentity {
  const own = identify(process.pid);
  if (!own) throw new Error("Cannot tell when this process started");
  return own;
}

/** The identity of a running process, or null when there is none of that number. */
export function identify(pid: number, platform = process.platform): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const startedAt = platform === "linux" ? startOnLinux(pid) : startByPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** Waits until the process has ended, at most `milliseconds`; tells whether it has. */
export async function waitForEnd(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Sends a signal to a process that leads a group of its own, and to all that it started. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

// Ticks since boot, so the boot belongs to it. The name, in brackets, may hold spaces: count from its end.
function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[18]}`;
  } catch {
    return null;
  }
}

// For systems without /proc.
function startByPs(pid: number): string | null {
  const [state, ...startedAt] = psFields(pid, "stat", "lstart");
  return !state || state.startsWith("Z") ? null : startedAt.join(" ");
}

/** The command line of a process, as ps tells it; "" where there is none of that number. */
export function commandByPs(pid: number): string {
  return psFields(pid, "args").join(" ");
}

// One language and one time zone, whoever asks: what one launcher has written another compares with.
function psFields(pid: number, ...names: string[]): string[] {
  const { stdout } = spawnSync(
    "ps",
    [...names.flatMap((name) => ["-o", `${name}=`]), "-ww", "-p", String(pid)],
    {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    },
  );
  return (stdout ?? "").trim().split(/\s+/);
}
