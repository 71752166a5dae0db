import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { errorCode, LaunchFailure } from "./failure.ts";
import { isRunning, ownIdentity, type ProcessIdentity, processIdentity } from "./process-identity.ts";

type Waiting = { patienceMs?: number; onWait?: () => void };

/**
 * Runs `work` while no other process does so under the same lock file; waits for one that does for two minutes, or `patienceMs`. The lock of
 * a process that died is taken over.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  { patienceMs = 120_000, onWait }: Waiting = {},
): Promise<T> {
  const since = Date.now();
  let told = false;
  while (!tryLock(file)) {
    if (Date.now() - since > patienceMs)
      throw new LaunchFailure(
        `Another process has held ${file} for ${patienceMs / 60_000} minutes: wait for it or end it, then start again.`,
      );
    // The lock of a dead process is gone by the second try.
    if (!told && Date.now() - since > 500) {
      told = true;
      onWait?.();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(ownIdentity()));
  try {
    // A link appears with its content, and only where nothing stands.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    removeIfStale(file);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Several may find the same stale lock. The link named after its holder lets one of them remove it,
// and the second look makes sure that it is still that lock.
function removeIfStale(file: string): void {
  const content = readIfThere(file);
  if (content === null) return;
  const holder = readHolder(content);
  if (holder && isRunning(holder)) return;
  const claim = `${file}.stale-${holder?.pid ?? "unknown"}`;
  try {
    linkSync(file, claim);
  } catch {
    if (ageOf(claim) > 5_000) rmSync(claim, { force: true });
    return;
  }
  if (readIfThere(claim) === content) rmSync(file, { force: true });
  rmSync(claim, { force: true });
}

/** Null for what is none, as a machine that lost its power may leave it: locks are put whole. */
function readHolder(content: string): ProcessIdentity | null {
  try {
    return processIdentity.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Date.now());
}
