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

/** `files`: the tests to run, by path; none for all of the layer. */
type Layer = (lifetime: Lifetime, files: string[]) => Promise<Tally>;

const layers: Record<string, Layer> = {
  types: ({ signal }) => checkTypes(signal),
  lint: ({ signal }) => checkLint(signal),
  unit: async (lifetime, files) =>
    runUnitTests(await openServer(databaseFolder, lifetime), files, lifetime.signal),
  e2e: (lifetime, files) => runBrowserTests(databaseFolder, files, lifetime),
};

// npm test [layer or test file...]: every check there is, or those; the last line says how many passed and failed.
await launch(
  async (lifetime) => {
    const asked = process.argv.slice(2);
    const files = Map.groupBy<string, string>(
      asked.filter((name) => name.startsWith("tests/")),
      (file) => (file.startsWith("tests/e2e/") ? "e2e" : "unit"),
    );
    const named = [...new Set([...asked.filter((name) => !name.startsWith("tests/")), ...files.keys()])];
    const order = Object.keys(layers);
    // The walks leave the ports of their processes in the environment: they come last, however they were asked for.
    const names = named.length > 0 ? named.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : order;
    requireWritable(dataFolder, buildFolder);
    clearSettings();
    completeEnvironment("test");
    rmSync(uploadsFolder, { recursive: true, force: true });
    process.env.UPLOADS = uploadsFolder;
    const tallies: Tally[] = [];
    for (const name of names) tallies.push(await runLayer(name, files.get(name) ?? [], lifetime));
    return summarise(names, tallies);
  },
  { codeWhenAsked: 130 },
);

async function runLayer(name: string, files: string[], lifetime: Lifetime): Promise<Tally> {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  try {
    const layer = layers[name];
    if (!layer)
      throw new LaunchFailure(`There is no layer "${name}": choose among ${Object.keys(layers).join(", ")}.`);
    return await layer(lifetime, files);
  } catch (error) {
    lifetime.signal.throwIfAborted();
    console.error(describeFailure(error));
    return { passed: 0, failed: 1, failures: [] };
  }
}

function summarise(names: string[], tallies: Tally[]): number {
  const failures = tallies.flatMap((tally) => tally.failures);
  if (failures.length > 0) console.log(["", "Failed:", ...failures].join("\n"));
  console.log();
  tallies.forEach(({ passed, failed }, index) => {
    console.log(`${names[index]?.padEnd(8)} ${passed} passed, ${failed} failed`);
  });
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const failed = sum((tally) => tally.failed);
  console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
