import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { capture } from "./command.ts";
import { findProgram, installFromDebian } from "./debian.ts";
import { LaunchFailure } from "./failure.ts";
import { dataFolder } from "./folders.ts";
import { step } from "./progress.ts";

/** Paths of what walks run in. `shell` is the one without windows, menus and notifications, or the same where there is none. */
type Browsers = { chromium: string; shell: string };

/** Those that are there or, failing that, are installed for it. Throws LaunchFailure where there is none. */
export async function findBrowsers(signal: AbortSignal): Promise<Browsers> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await runs(given)) return { chromium: given, shell: given };
    throw new LaunchFailure(
      `CHROMIUM_PATH is ${given}, which does not run: correct it, or unset it to have one found.`,
    );
  }
  const chromium = await firstOf([onMachine, ofPlaywright, fromDebian, fromPackage], signal);
  if (!chromium)
    throw new LaunchFailure(
      "No Chromium was found and none could be installed: install one and set CHROMIUM_PATH to it.",
    );
  return { chromium, shell: (await firstOf([shellOnMachine, shellFromDebian], signal)) ?? chromium };
}

type Find = (signal: AbortSignal) => Promise<string | null>;

async function firstOf(ways: Find[], signal: AbortSignal): Promise<string | null> {
  for (const find of ways) {
    const path = await find(signal);
    if (path && (await runs(path))) return path;
  }
  return null;
}

async function onMachine(): Promise<string | null> {
  return findProgram("chromium", "chromium-browser", "google-chrome");
}

async function fromDebian(signal: AbortSignal): Promise<string | null> {
  await installFromDebian("chromium", signal);
  return onMachine();
}

// Walks take two thirds of the time in it.
const shell = "chromium-headless-shell";

async function shellOnMachine(): Promise<string | null> {
  return findProgram(shell);
}

async function shellFromDebian(signal: AbortSignal): Promise<string | null> {
  await installFromDebian(shell, signal);
  return shellOnMachine();
}

async function ofPlaywright(): Promise<string | null> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

// The package is made for a cloud function that lacks everything, so it brings its libraries and fonts along.
async function fromPackage(): Promise<string> {
  const folder = join(dataFolder, "chromium");
  const wrapper = join(folder, "chromium.sh");
  if (existsSync(wrapper)) return wrapper;
  return step("Unpacking Chromium", async () => {
    mkdirSync(folder, { recursive: true });
    const executable = await unpackInto(folder);
    const environment = `LD_LIBRARY_PATH='${folder}/al2023/lib' FONTCONFIG_PATH='${folder}/fonts'`;
    writeFileSync(wrapper, `#!/bin/sh\n${environment} exec '${executable}' "$@"\n`, { mode: 0o755 });
    return wrapper;
  });
}

async function unpackInto(folder: string): Promise<string> {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const libraries = join(
    dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
    "../bin/al2023.tar.br",
  );
  const { TMPDIR } = process.env;
  // It unpacks into the folder for temporary files, of which other users may have the same.
  process.env.TMPDIR = folder;
  try {
    await inflate(libraries);
    return await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

async function runs(path: string): Promise<boolean> {
  const { code } = await capture(path, ["--version"]);
  return code === 0;
}
