import { join } from "node:path";
import { runTool, show } from "#lib/launch/command.ts";
import { root } from "#lib/launch/folders.ts";
import { ensureClient } from "#lib/launch/schema.ts";
import { oneCheck, type Tally } from "./tally.ts";

/** TypeScript over everything, with the types that Prisma and Next make. */
export async function checkTypes(signal: AbortSignal): Promise<Tally> {
  await ensureClient(signal);
  await runTool("next typegen", [join(root, "node_modules/next/dist/bin/next"), "typegen"], signal);
  // Not incremental: what an earlier check kept does not see that a message file has changed.
  const tsc = [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--incremental", "false"];
  const code = await show(process.execPath, tsc, { signal });
  return oneCheck(code === 0);
}
