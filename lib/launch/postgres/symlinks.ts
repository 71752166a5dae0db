import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { errorCode } from "#lib/launch/failure.ts";

type Link = { source: string; target: string };

/**
 * The runtime's library links, which npm cannot carry and the package makes in an install script that may not have run.
 * Made in their place or, where that can't be written, in `elsewhere`. Returns the LD_LIBRARY_PATH that the second needs.
 */
export function linkLibraries(runtime: string, elsewhere: string): string | null {
  const packageFolder = join(runtime, "..");
  const links: Link[] = JSON.parse(readFileSync(join(runtime, "pg-symlinks.json"), "utf8"));
  const missing = links.filter(({ target }) => !existsSync(join(packageFolder, target)));
  try {
    for (const { source, target } of missing) {
      const place = join(packageFolder, target);
      link(relative(dirname(place), join(packageFolder, source)), place);
    }
    return null;
  } catch {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    for (const { source, target } of missing)
      link(join(packageFolder, source), join(elsewhere, basename(target)));
    return `${elsewhere}:${join(runtime, "lib")}`;
  }
}

function link(source: string, place: string): void {
  if (existsSync(place)) return;
  rmSync(place, { force: true });
  try {
    symlinkSync(source, place);
  } catch (error) {
    // Another starter made it meanwhile.
    if (errorCode(error) !== "EEXIST") throw error;
  }
}
