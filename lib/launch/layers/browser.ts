import { join } from "node:path";
import { z } from "zod";
import { startApp } from "#lib/launch/app.ts";
import { findChromium } from "#lib/launch/chromium.ts";
import { show } from "#lib/launch/command.ts";
import { root } from "#lib/launch/folders.ts";
import type { Lifetime } from "#lib/launch/lifetime.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { readSettings } from "#lib/launch/settings.ts";
import { freshResultsFile, readResults } from "./results.ts";
import { type Tally, withCrash } from "./tally.ts";

const report = z.object({ stats: z.object({ expected: z.int(), flaky: z.int(), unexpected: z.int() }) });

/** Playwright: walks in a real browser through the built app with its three processes, on a fresh sample world. */
export async function runBrowserTests(
  databaseFolder: string,
  files: string[],
  lifetime: Lifetime,
): Promise<Tally> {
  const chromium = await findChromium(lifetime.signal);
  const settings = await startOnFreePorts(databaseFolder, lifetime);
  const file = freshResultsFile("playwright");
  const env = {
    ...process.env,
    E2E_BASE_URL: settings.appUrl,
    E2E_REALTIME_URL: settings.realtimeUrl,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  const code = await show(process.execPath, [playwright, "test", "--reporter=list,json", ...files], {
    env,
    signal: lifetime.signal,
  });
  const { expected, flaky, unexpected } = readResults(file, report)?.stats ?? {
    expected: 0,
    flaky: 0,
    unexpected: 0,
  };
  return withCrash({ passed: expected + flaky, failed: unexpected }, code);
}

async function startOnFreePorts(folder: string, lifetime: Lifetime) {
  const [web, realtime, worker] = [await findFreePort(), await findFreePort(), await findFreePort()];
  Object.assign(process.env, {
    NODE_ENV: "production",
    PORT: web,
    REALTIME_PORT: realtime,
    WORKER_PORT: worker,
  });
  const settings = readSettings();
  const place = { folder, name: "okaeri_e2e", afresh: true };
  await startApp(settings, { mode: "start", command: "npm test", place }, lifetime);
  return settings;
}
