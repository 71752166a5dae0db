import { rmSync } from "node:fs";
import { join } from "node:path";
import { openServer } from "./database.ts";
import { describeFailure, LaunchFailure } from "./failure.ts";
import { buildFolder, dataFolder, requireWritable } from "./folders.ts";
import { runBrowserTests } from "./layers/browser.ts";
import { checkLint } from "./layers/lint.ts";
import type { Tally } from "./layers/tally.ts";
import { checkTypes } from "./layers/types.ts";
import { runUnitTests } from "./layers/unit.ts";
import { type Lifetime, launch } from "./lifetime.ts";
import { clearSettings, completeEnvironment } from "./settings.ts";

const databaseFolder = join(dataFolder, "test-postgres");
const uploadsFolder = join(dataFolder, "test-uploads");

const layers: Record<string, (lifetime: Lifetime) => Promise<Tally>> = {
  types: ({ signal }) => checkTypes(signal),
  lint: ({ signal }) => checkLint(signal),
  unit: async (lifetime) => runUnitTests(await openServer(databaseFolder, lifetime), lifetime.signal),
  e2e: (lifetime) => runBrowserTests(databaseFolder, lifetime),
};

// npm test [layer...]: every check there is, or those layers; the last line says how many passed and failed.
await launch(
  async (lifetime) => {
    const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(layers);
    requireWritable(dataFolder, buildFolder);
    clearSettings();
    completeEnvironment("test");
    rmSync(uploadsFolder, { recursive: true, force: true });
    process.env.UPLOADS = uploadsFolder;
    const tallies: Tally[] = [];
    for (const name of names) tallies.push(await runLayer(name, lifetime));
    return summarise(names, tallies);
  },
  { codeWhenAsked: 130 },
);

async function runLayer(name: string, lifetime: Lifetime): Promise<Tally> {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  try {
    const layer = layers[name];
    if (!layer)
      throw new LaunchFailure(`There is no layer "${name}": choose among ${Object.keys(layers).join(", ")}.`);
    return await layer(lifetime);
  } catch (error) {
    lifetime.signal.throwIfAborted();
    console.error(describeFailure(error));
    return { passed: 0, failed: 1 };
  }
}

function summarise(names: string[], tallies: Tally[]): number {
  console.log();
  tallies.forEach(({ passed, failed }, index) => {
    console.log(`${names[index]?.padEnd(8)} ${passed} passed, ${failed} failed`);
  });
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const failed = sum((tally) => tally.failed);
  console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
