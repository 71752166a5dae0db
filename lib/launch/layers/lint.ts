import { join } from "node:path";
import { show } from "#lib/launch/command.ts";
import { root } from "#lib/launch/folders.ts";
import { oneCheck, type Tally } from "./tally.ts";

/** Biome: form, mistakes, and which room may import which. */
export async function checkLint(signal: AbortSignal): Promise<Tally> {
  const code = await show(process.execPath, [join(root, "node_modules/@biomejs/biome/bin/biome"), "ci"], {
    signal,
  });
  return oneCheck(code === 0);
}
