import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, ownIdentity, processIdentity } from "#lib/launch/process-identity.ts";

/** Notes that this process uses the server; `use` tells its several uses apart. */
export function enter(place: string, use: string): void {
  mkdirSync(folderOf(place), { recursive: true });
  writeFileSync(join(folderOf(place), use), JSON.stringify(ownIdentity()));
}

/** Takes a use back; true when no other is left. Those of processes that died without a word are swept away. */
export function leave(place: string, use: string): boolean {
  const folder = folderOf(place);
  rmSync(join(folder, use), { force: true });
  for (const name of readdirSync(folder)) {
    if (!stillUses(join(folder, name))) rmSync(join(folder, name), { force: true });
  }
  return readdirSync(folder).length === 0;
}

function stillUses(file: string): boolean {
  try {
    return isRunning(processIdentity.parse(JSON.parse(readFileSync(file, "utf8"))));
  } catch {
    return false;
  }
}

function folderOf(place: string): string {
  return join(place, "users");
}
