import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linearOf } from "#lib/mail/oklch.ts";
import { coloursOf } from "#lib/mail/style.ts";

const css = readFileSync("app/globals.css", "utf8");
/** Every colour of ours: its name, and how it is by day and by night. */
const colours = new Map(
  [...css.matchAll(/^\s+--([a-z-]+):\s*light-dark\(([\s\S]*?)\);$/gm)].map(([, name = "", both = ""]) => [
    name,
    both.split(/,\s*(?=oklch\()/).map((one) => one.trim()),
  ]),
);
const grounds = ["paper", "surface", "sunken"];
const meanings = ["fine", "waiting", "careful", "wrong", "news"];

/** What is written on what, and how much they must differ (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [ink: string, ground: string, ratio: number][] = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-soft", "accent-ink", "indigo", ...meanings].map((ink): [string, string, number] => [
      ink,
      ground,
      4.5,
    ]),
  ),
  ...grounds.flatMap((ground): [string, string, number][] => [
    ["accent", ground, 3],
    ["line", ground, 3],
  ]),
  ...[...meanings, "indigo"].flatMap((name): [string, string, number][] => [
    [name, `${name}-soft`, 4.5],
    ["ink", `${name}-soft`, 4.5],
    ["ink-soft", `${name}-soft`, 4.5],
  ]),
  ["ink", "accent-soft", 4.5],
  ["ink-soft", "accent-soft", 4.5],
  ["accent-ink", "accent-soft", 4.5],
  ["on-accent", "accent-fill", 4.5],
  ["on-accent", "accent-fill-hover", 4.5],
  ["on-cloth", "cloth", 4.5],
  ["on-indigo", "indigo", 4.5],
];

test.each(pairs)("%s on %s is read in every company's hue, by day and by night", (ink, ground, ratio) => {
  for (const night of [0, 1]) {
    for (let hue = 0; hue < 360; hue += 3) {
      const contrast = contrastOf(
        luminanceOf(colourOf(ink, night, hue)),
        luminanceOf(colourOf(ground, night, hue)),
      );
      expect(contrast, `hue ${hue}, ${night ? "night" : "day"}`).toBeGreaterThanOrEqual(ratio);
    }
  }
});

test("the five meanings look like no other of them", () => {
  const hues = meanings.map((name) => colourOf(name, 0, 0)[2]).sort((a, b) => a - b);
  const gaps = hues.map((hue, at) => ((hues[at + 1] ?? (hues[0] ?? 0) + 360) - hue + 360) % 360);
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

test("a mail is read in every company's hue", () => {
  for (let hue = 0; hue < 360; hue += 3) {
    const mail = coloursOf(hue);
    expect(contrastOf(luminanceOfHex(mail.onCloth), luminanceOfHex(mail.cloth))).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(luminanceOfHex(mail.onAccent), luminanceOfHex(mail.accentFill))).toBeGreaterThanOrEqual(
      4.5,
    );
    for (const ground of [mail.paper, mail.surface])
      expect(contrastOf(luminanceOfHex(mail.inkSoft), luminanceOfHex(ground))).toBeGreaterThanOrEqual(4.5);
  }
});

type Oklch = [lightness: number, chroma: number, hue: number];

/** A token as it is where the company's hue is this: percentages, calc and --lean worked out. */
function colourOf(name: string, night: number, hue: number): Oklch {
  const lean = Math.cos(((hue - 5) * Math.PI) / 180);
  const text = colours.get(name)?.[night]?.replaceAll("var(--accent-hue)", String(hue)) ?? "";
  const [, plain, base, slope, chroma, ownHue] =
    text.match(/^oklch\((?:([\d.]+)%|calc\(([\d.]+) \+ ([\d.]+) \* var\(--lean\)\)) ([\d.]+) ([\d.]+)\)$/) ??
    [];
  if (chroma === undefined)
    throw new Error(`--${name} is not written as a colour that this test reads: ${text}`);
  const lightness = plain ? Number(plain) / 100 : Number(base) + Number(slope) * lean;
  return [lightness, Number(chroma), Number(ownHue)];
}

function luminanceOf(colour: Oklch): number {
  const [red, green, blue] = linearOf(...colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function luminanceOfHex(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
