import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { ownUserName } from "#lib/launch/folders.ts";
import { type Account, canReach, handOver } from "./account.ts";
import { type Binaries, packageVersion } from "./binaries.ts";

// Where a project stands that the server's account cannot enter (root's home), its runtime and data live here.
const shelter = "/var/lib/okaeri";

/** Binaries that the account can run: these, or a copy in the shelter. */
export function reachableBinaries(binaries: Binaries, account: Account | null): Binaries {
  const { bin, runtime } = binaries;
  if (!runtime || canReach(account, join(bin, "postgres"))) return binaries;
  const name = `${basename(realpathSync(join(runtime, "..")))}-${packageVersion(runtime)}`;
  const copy = join(shelter, "runtime", name);
  if (!existsSync(copy)) {
    // Renamed when complete: a copy that was cut short, or that another starter makes, is never used.
    const unfinished = `${copy}.${process.pid}`;
    makeEnterable(shelter, dirname(copy));
    cpSync(join(runtime, ".."), unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  return { bin: join(copy, "native/bin"), runtime: join(copy, "native") };
}

/** The folder for the cluster, made and given to the account: `directory`, or one in the shelter that belongs to it. */
export function reachableDirectory(directory: string, account: Account | null): string {
  mkdirSync(dirname(directory), { recursive: true });
  const place = canReach(account, dirname(directory)) ? directory : shelteredDirectory(directory);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  handOver(account, place);
  const owner = statSync(place).uid;
  if (!account && process.getuid && owner !== process.getuid()) {
    throw new LaunchFailure(
      `${place} belongs to another user (it was first started as root?): start as that user, or run \`sudo chown -R ${ownUserName()} ${place}\`.`,
    );
  }
  return place;
}

/** Whether the cluster of this directory was ever made, there or in the shelter. */
export function isKept(directory: string): boolean {
  return existsSync(directory) || existsSync(keyFileOf(directory));
}

/** Removes what reachableDirectory gave for this directory. */
export function removeDirectory(directory: string, place: string): void {
  for (const path of [place, directory, keyFileOf(directory)]) rmSync(path, { recursive: true, force: true });
}

// The key stays in the project, so that deleting .data means a new cluster here too; the path is in it, so that a copied project has its own.
function shelteredDirectory(directory: string): string {
  const keyFile = keyFileOf(directory);
  if (!existsSync(keyFile)) writeFileSync(keyFile, randomUUID());
  const name = createHash("sha256")
    .update(`${resolve(directory)} ${readFileSync(keyFile, "utf8")}`)
    .digest("hex");
  makeEnterable(shelter);
  return join(shelter, name.slice(0, 16));
}

function keyFileOf(directory: string): string {
  return `${directory}.key`;
}

// chmod besides mkdir: root's umask may close what it makes.
function makeEnterable(...folders: string[]): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
}
