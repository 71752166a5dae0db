import { readFileSync } from "node:fs";
import fontverter from "fontverter";
import { beforeAll, expect, test } from "vitest";
import { titleGlyphs } from "#lib/fonts/title-glyphs.ts";
import { messages as ja } from "#lib/i18n/messages/ja/index.ts";
import { ensureTitleFont } from "#lib/launch/title-font.ts";

const font = "lib/generated/titles.woff2";

beforeAll(() => ensureTitleFont(AbortSignal.timeout(60_000)));

test("every character of our titles and of the days has its glyph in the font", async () => {
  const characters = charactersOf(await fontverter.convert(readFileSync(font), "sfnt"));
  const missing = [...(await titleGlyphs())].filter((one) => !characters.has(one));
  expect(missing).toEqual([]);
});

test("a title's characters are asked for, and so are those of days in both languages", async () => {
  const asked = new Set(await titleGlyphs());
  for (const one of `${ja.front.title}${ja.chat.threads.emptyTitle}2026年11月29日(日曜日)Wednesday`)
    expect(asked, one).toContain(one);
});

test("the font is one file that a slow line carries", () => {
  expect(readFileSync(font).length).toBeLessThan(60_000);
});

/** What a font has glyphs for, by its cmap table: segments (format 4) or groups (format 12). */
function charactersOf(font: Buffer): Set<string> {
  const table = tableOf(font, "cmap");
  const characters = new Set<string>();
  const add = (from: number, to: number) => {
    for (let code = from; code <= to && code < 0xffff; code++) characters.add(String.fromCodePoint(code));
  };
  for (let record = 0; record < table.readUInt16BE(2); record++) {
    const map = table.subarray(table.readUInt32BE(8 + 8 * record));
    if (map.readUInt16BE(0) === 4) {
      const segments = map.readUInt16BE(6) / 2;
      for (let one = 0; one < segments; one++)
        add(map.readUInt16BE(16 + 2 * (segments + one)), map.readUInt16BE(14 + 2 * one));
    } else if (map.readUInt16BE(0) === 12) {
      for (let one = 0; one < map.readUInt32BE(12); one++)
        add(map.readUInt32BE(16 + 12 * one), map.readUInt32BE(20 + 12 * one));
    }
  }
  return characters;
}

function tableOf(font: Buffer, name: string): Buffer {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    if (font.toString("latin1", entry, entry + 4) === name)
      return font.subarray(font.readUInt32BE(entry + 8));
  throw new Error(`no table ${name}`);
}
