import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Class names are whole words in the sources, or Tailwind would not find them either.
const sources = globSync("{app,components}/**/*.{css,ts,tsx}").map((file) => ({
  file,
  text: readFileSync(file, "utf8"),
}));

const space =
  /(?<![\w-])(?:[\w:[\]&>*()='"@.-]+:)?-?(?:[pm][xytrblse]?|gap(?:-[xy])?|space-[xy]|indent|scroll-[pm][xytrblse]?)-(\[[^\]\s]*\]|\([^)\s]*\)|\d[\d.]*|px)(?![\w.-])/g;
const steps = new Set(["0", "px", "0.5", "1", "2", "3", "4", "6", "10", "16"]);
// What stands in no relation to the scale: a line's own height, a notch, a width that two places share.
const measured = /lh|em\]|env\(|^\(--/;

test("room is taken from one scale: 4, 8, 12, 16, 24, 40, 64 px", () => {
  expect(find(space, (step) => steps.has(step) || measured.test(step))).toEqual([]);
});

test("text has one of seven sizes", () => {
  const sizes = new Set(["xs", "sm", "base", "lg", "xl", "2xl", "3xl"]);
  const size = /(?<![\w-])text-(\d?x[sl]|\dxs|sm|base|lg|md|display|\[[\d.]+(?:px|rem|em)\])(?![\w-])/g;
  expect(find(size, (name) => sizes.has(name))).toEqual([]);
});

test("nothing is set in italics: Japanese has none", () => {
  expect(find(/(?<![\w-])(italic)(?![\w-])/g, () => false)).toEqual([]);
});

test("an off-scale class would be seen", () => {
  const classes = "mt-5 md:px-8 -mx-2.5 gap-4 p-[13px] py-[0.2lh] pe-(--rail) text-2xs text-[11px] text-sm";
  expect([...classes.matchAll(space)].map(([, step]) => step)).toEqual(
    expect.arrayContaining(["5", "8", "2.5", "4", "[13px]"]),
  );
});

function find(pattern: RegExp, isRight: (value: string) => boolean): string[] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .filter(([, value = ""]) => !isRight(value))
      .map(([found]) => `${file}: ${found}`),
  );
}
