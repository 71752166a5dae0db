// The worker of the import's bench: does what waits, and tells how long it took and the most memory that it held, with the process that reads for it.
import { readFileSync } from "node:fs";
import { disconnect } from "#lib/db.ts";
import { importLeavers } from "#lib/leavers/imports/importing.ts";
import { runDueTasks } from "#lib/work/running.ts";
import { memoryMb } from "./process-use.ts";

let mb = 0;
const looking = setInterval(look, 100);
const start = performance.now();
await runDueTasks({ "leaver-import": importLeavers }, new AbortController().signal);
const ms = performance.now() - start;
clearInterval(looking);
await disconnect();
process.send?.({ ms, mb }, () => process.exit(0));

/** The pages of Node itself, which both map, are there once. */
function look(): void {
  const held = [process.pid, ...children()].map(memoryOf);
  const own = held.reduce((sum, { now, files }) => sum + now - files, 0);
  mb = Math.max(mb, own + Math.max(...held.map(({ files }) => files)));
}

function children(): number[] {
  const pids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
  return pids.split(" ").filter(Boolean).map(Number);
}

/** Nothing of one that has ended meanwhile. */
function memoryOf(pid: number): { now: number; files: number } {
  try {
    const { now, files } = memoryMb(pid);
    return { now: now || 0, files: files || 0 };
  } catch {
    return { now: 0, files: 0 };
  }
}
