import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./command.ts";
import { LaunchFailure } from "./failure.ts";
import { fingerprint, isStamped } from "./fingerprint.ts";
import { buildFolder, root } from "./folders.ts";
import { step } from "./progress.ts";
import { findOtherLauncher } from "./run-record.ts";
import { ensureTitleFont } from "./title-font.ts";

const next = join(root, "node_modules/next/dist/bin/next");
const stamp = join(buildFolder, "okaeri-sources");

const sources = [
  "{app,components,lib,prisma,public}/**/*",
  "{proxy.ts,instrumentation.ts,instrumentation-client.ts,next.config.*,postcss.config.*,tsconfig.json,package-lock.json}",
];

/** Builds the web, unless the build in .next is of these very sources. */
export async function ensureBuild(signal: AbortSignal): Promise<void> {
  await ensureTitleFont(signal);
  const current = fingerprintOfSources();
  if (existsSync(join(buildFolder, "BUILD_ID")) && isStamped(stamp, current)) return;
  requireUnused();
  rmSync(stamp, { force: true });
  await step("Building the web app", () => runTool("next build", [next, "build"], signal));
  writeFileSync(stamp, current);
}

// NEXT_PUBLIC_ values are written into the pages when they are built.
function fingerprintOfSources(): string {
  const builtIn = Object.entries(process.env)
    .filter(([name]) => name.startsWith("NEXT_PUBLIC_"))
    .sort();
  return fingerprint(sources, builtIn);
}

function requireUnused(): void {
  const user = findOtherLauncher({ usesBuild: true });
  if (user === null) return;
  throw new LaunchFailure(
    `The sources have changed and the web must be built again, but Okaeri runs from the old build (process ${user.pid}): stop that one first.`,
  );
}
