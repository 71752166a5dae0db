import { foldLetters } from "#lib/letters.ts";
import { nameVariants } from "./name-variants.ts";

/**
 * The one form in which search texts and queries meet: as `foldLetters`, and of the ways to write a kanji one stands for all (髙橋 is 高橋,
 * 山﨑 山崎).
 */
export function normalise(text: string): string {
  return foldLetters(text).replace(variants, (kanji) => firsts.get(kanji) ?? kanji);
}

const firsts = new Map(
  nameVariants.flatMap((group) => {
    const [first = "", ...others] = group;
    return others.map((other): [string, string] => [other, first]);
  }),
);

const variants = new RegExp(`[${[...firsts.keys()].join("")}]`, "gu");
