import { availableParallelism } from "node:os";
import { join } from "node:path";
import { findBrowsers } from "#lib/launch/chromium.ts";
import { show } from "#lib/launch/command.ts";
import { root } from "#lib/launch/folders.ts";
import type { Lifetime } from "#lib/launch/lifetime.ts";
import { playwrightReport } from "./playwright-report.ts";
import { freshResultsFile, readResults } from "./results.ts";
import { type Tally, withCrash } from "./tally.ts";
import { startWorlds } from "./worlds.ts";

const maxWorlds = 2;

/** Playwright: walks in a real browser through the built app; where there is more than one file of them, side by side in two worlds. */
export async function runBrowserTests(
  databaseFolder: string,
  files: string[],
  lifetime: Lifetime,
): Promise<Tally> {
  const { chromium, shell } = await findBrowsers(lifetime.signal);
  const count = Math.min(maxWorlds, availableParallelism(), files.length || maxWorlds);
  const worlds = await startWorlds(databaseFolder, count, lifetime);
  const file = freshResultsFile("playwright");
  const env = {
    ...process.env,
    E2E_WORLDS: JSON.stringify(worlds),
    CHROMIUM_PATH: chromium,
    CHROMIUM_SHELL_PATH: shell,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  // A trace of each step takes two fifths of the work: for walks that somebody looks into by name.
  const trace = files.length > 0 ? "retain-on-failure" : "off";
  const options = ["--reporter=list,json", `--trace=${trace}`];
  const code = await show(process.execPath, [playwright, "test", ...options, ...files], {
    env,
    signal: lifetime.signal,
  });
  return withCrash(readResults(file, playwrightReport), code);
}
