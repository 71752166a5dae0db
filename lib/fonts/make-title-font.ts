import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { titleGlyphs } from "./title-glyphs.ts";

// The Mincho of our titles with the glyphs that they need and no others: some thirty kilobytes instead of one and a half megabytes.
const whole = "@fontsource/shippori-mincho/files/shippori-mincho-japanese-600-normal.woff2";
const made = new URL("../generated/titles.woff2", import.meta.url);

const font = await subsetFont(
  await readFile(fileURLToPath(import.meta.resolve(whole))),
  await titleGlyphs(),
  // Without what one glyph may be exchanged for: vertical and old forms, which no title asks for.
  { targetFormat: "woff2", noLayoutClosure: true },
);
await mkdir(new URL(".", made), { recursive: true });
// In one step, so that a build beside this one reads a whole file.
const aside = new URL(`titles.woff2.${process.pid}`, made);
await writeFile(aside, font);
await rename(aside, made);
