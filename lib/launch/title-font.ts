import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./command.ts";
import { fingerprint, isStamped } from "./fingerprint.ts";
import { root } from "./folders.ts";
import { step } from "./progress.ts";

const script = join(root, "lib/fonts/make-title-font.ts");
const font = join(root, "lib/generated/titles.woff2");
const stamp = join(root, "lib/generated/.stamp-titles");

const sources = [
  "lib/fonts/*",
  "lib/i18n/messages/**/*",
  "node_modules/{subset-font,@fontsource/shippori-mincho}/package.json",
];

/** Makes the font of the titles from what is written in them, unless it is up to date. */
export async function ensureTitleFont(signal: AbortSignal): Promise<void> {
  const current = fingerprint(sources);
  if (existsSync(font) && isStamped(stamp, current)) return;
  await step("Making the font of the titles", () => runTool("make-title-font", [script], signal));
  writeFileSync(stamp, current);
}
