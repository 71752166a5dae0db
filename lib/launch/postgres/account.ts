import { spawnSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { LaunchFailure } from "#lib/launch/failure.ts";

/** The user of the operating system as whom the server runs. */
export type Account = { name: string; uid: number; gid: number };

/** Null: as the user that we are. PostgreSQL refuses root, so for root it is another user that the machine has. */
export function serverAccount(): Account | null {
  if (process.geteuid?.() !== 0) return null;
  const entries = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "node", "nobody"]) {
    const entry = entries.find(([candidate]) => candidate === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new LaunchFailure(
    "PostgreSQL does not run as root, and this machine has no user postgres, node or nobody: run `useradd postgres`, or start as an ordinary user.",
  );
}

/** May the account read and enter this? The kernel is asked, not the mode bits: access lists and parents count too. */
export function canReach(account: Account | null, path: string): boolean {
  if (!account) return true;
  const test = 'test -r "$1" && { [ ! -d "$1" ] || test -x "$1"; }';
  const { status } = spawnSync("/bin/sh", ["-c", test, "sh", path], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
  });
  return status === 0;
}

/** Gives a file or folder of ours to the account. */
export function handOver(account: Account | null, path: string): void {
  if (account && statSync(path).uid !== account.uid) chownSync(path, account.uid, account.gid);
}
