// What processes of this machine have used so far, as Linux tells.
import { readdirSync, readFileSync } from "node:fs";

/** A clock tick of /proc, in milliseconds: 100 a second on every Linux that Node runs on. */
const tickMs = 10;

/** The milliseconds of processor time that a process and all that came from it have used, the ended ones included. */
export function cpuMs(pid: number): number {
  const all = readProcesses();
  const family = [pid];
  for (const one of family) for (const [child, { parent }] of all) if (parent === one) family.push(child);
  return family.reduce((sum, one) => sum + (all.get(one)?.ticks ?? 0), 0) * tickMs;
}

/** The memory that a process holds, what of it are files' pages, which processes share, and the most that it has held, in megabytes. */
export function memoryMb(pid: number): { now: number; files: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const mb = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: mb("VmRSS"), files: mb("RssFile"), most: mb("VmHWM") };
}

/** The process from which another came. */
export function parentOf(pid: number): number {
  const parent = readProcesses().get(pid)?.parent;
  if (parent === undefined) throw new Error(`There is no process ${pid} on this machine.`);
  return parent;
}

function readProcesses(): Map<number, { parent: number; ticks: number }> {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    if (!stat) continue;
    // The name stands in parentheses, and may hold any.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    processes.set(Number(name), { parent: Number(fields[1]), ticks });
  }
  return processes;
}

function statOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
