import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture, lastLines } from "./command.ts";
import { step } from "./progress.ts";

/** The first program of these names on the PATH, or null. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Installs a package where we may: as root on Debian. Elsewhere, or where that fails, nothing is installed and nothing thrown. */
export async function installFromDebian(name: string, signal: AbortSignal): Promise<void> {
  if (process.geteuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  await step(`Installing ${name} from Debian`, async () => {
    const script = `apt-get update && apt-get install -y --no-install-recommends ${name}`;
    // In this run level no service is started for having been installed.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    const { code, output } = await capture("/bin/sh", ["-c", script], { env, signal });
    if (code !== 0) console.log(`  That failed:\n${lastLines(output, 3)}`);
  });
}
