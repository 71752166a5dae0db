import { mkdirSync, mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorCode, LaunchFailure } from "./failure.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What Okaeri keeps: the database, files, the secret. */
export const dataFolder = join(root, ".data");

/** What each launcher has running: see run-record.ts. */
export const runsFolder = join(dataFolder, "runs");

/** The build of the web. */
export const buildFolder = join(root, ".next");

/** Makes the folders and tries them. Throws LaunchFailure for one that cannot be written, or when the disk is all but full. */
export function requireWritable(...folders: string[]): void {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      rmdirSync(mkdtempSync(join(folder, ".writable-")));
    } catch (error) {
      throw new LaunchFailure(explain(folder, errorCode(error)));
    }
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < leastSpace) throw new LaunchFailure(explain(folder, "ENOSPC"));
  }
}

const leastSpace = 200 * 1024 ** 2;

function explain(folder: string, code: string | undefined): string {
  if (code === "ENOSPC") return `The disk of ${folder} is full: free at least 200 MB, then start again.`;
  if (code === "EROFS") return `${folder} is on a read-only disk: put the project where it can be written.`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${folder} must be a folder and is a file: move it away.`;
  const name = ownUserName();
  return `${folder} cannot be written by ${name}: start as its owner, or run \`sudo chown -R ${name} ${folder}\`.`;
}

/** As whom we run: the user's name, or its number where the machine has no name for it. */
export function ownUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
