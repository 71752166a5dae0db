import { join } from "node:path";
import { dataFolder } from "./folders.ts";
import { withLock } from "./lock.ts";

/** As long as a first start may take on a slow machine, all packages there: the sample world and the build. */
const patienceMs = 20 * 60_000;

/**
 * Runs what brings the app up while no other command of this project does so: two builds at once would fail by Next's words, and two of the
 * same ports only at their end. One that has to wait says so.
 */
export function whileNobodyElseStarts<T>(
  work: () => Promise<T>,
  lock = join(dataFolder, "starting.lock"),
): Promise<T> {
  const onWait = () => console.log("Another command of this project is starting: waiting until it has …");
  return withLock(lock, work, { patienceMs, onWait });
}
