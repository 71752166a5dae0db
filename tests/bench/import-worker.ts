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

function look(): void {
  const pids = [process.pid, ...children()];
  mb = Math.max(
    mb,
    pids.reduce((sum, pid) => sum + held(pid), 0),
  );
}

function children(): number[] {
  const pids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
  return pids.split(" ").filter(Boolean).map(Number);
}

/** Nothing of one that has ended meanwhile. */
function held(pid: number): number {
  try {
    return memoryMb(pid).now || 0;
  } catch {
    return 0;
  }
}
