import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.ts";

/** A hash over files, by glob patterns from the project's root, and what else decides. */
export function fingerprint(patterns: string[], ...rest: unknown[]): string {
  const hash = createHash("sha256").update(JSON.stringify(rest));
  for (const path of globSync(patterns, { cwd: root }).sort()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(`\n${path}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether the stamp file, written when something is done, says that it was done for this fingerprint. */
export function isStamped(stamp: string, current: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === current;
}
