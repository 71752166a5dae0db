import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { withLock } from "#lib/launch/lock.ts";
import { serverAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ensureDataDirectory, readSecret } from "./data-directory.ts";
import { isKept, reachableBinaries, reachableDirectory, removeDirectory } from "./place.ts";
import { findPostmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { Programs } from "./programs.ts";
import { linkLibraries } from "./symlinks.ts";
import { enter, leave } from "./users.ts";

/** A PostgreSQL of our own, on 127.0.0.1. */
export type EmbeddedPostgres = {
  pid: number;
  port: number;
  /** The superuser's password, of which those of our own roles are derived. */
  secret: string;
  /** Starts the server again, on the same port, if it has died. True when it had. */
  revive(): Promise<boolean>;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL of `directory`, or joins the one that runs there. Any number of processes may do so at once;
 * the last to stop ends it. Whatever was killed in the middle of anything, the next call finds its way. Throws LaunchFailure.
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  const { account, place, programs } = prepare(directory);
  const [lock, log, use] = [join(place, "lock"), join(place, "log"), randomUUID()];

  const postmaster = await withLock(lock, async () => {
    const data = await ensureDataDirectory(place, programs, account);
    const running = (await findPostmaster(data, programs)) ?? (await startPostmaster(data, log, programs));
    enter(place, use);
    return running;
  });
  const data = join(place, "data");
  return {
    ...postmaster,
    secret: readSecret(place),
    revive: () =>
      withLock(lock, async () => {
        if (await findPostmaster(data, programs)) return false;
        await startPostmaster(data, log, programs, postmaster.port);
        return true;
      }),
    stop: () =>
      withLock(lock, async () => {
        if (leave(place, use)) await stopPostmaster(data, programs);
      }),
  };
}

/** Stops the server of `directory`, whoever uses it, and removes it with all its data. Nothing happens where there is none. */
export async function removeEmbeddedPostgres(directory: string): Promise<void> {
  if (!isKept(directory)) return;
  const { place, programs } = prepare(directory);
  const data = join(place, "data");
  await stopPostmaster(data, programs);
  removeDirectory(directory, place);
}

function prepare(directory: string) {
  const account = serverAccount();
  const binaries = reachableBinaries(findBinaries(), account);
  const place = reachableDirectory(directory, account);
  const libraryPath = binaries.runtime && linkLibraries(binaries.runtime, join(place, "lib"));
  return { account, place, programs: new Programs(binaries, account, libraryPath) };
}
