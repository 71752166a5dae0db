import { toRomaji } from "./romaji.ts";

/** Latin letters that may be romaji of another kind, in Hepburn: takahasi is takahashi, zyunko and jyunko are junko. */
export function toHepburn(letters: string): string {
  return rewrite(letters, otherSystems);
}

/**
 * What a name sounds like to one who is not sure: long vowels are short, voiced consonants voiceless, doubled ones single. やまざき and
 * yamasaki are both YAMASAKI. In capitals, which no folded text has, so that it meets only its like. Null for what is neither kana nor may
 * be romaji, and for a single character.
 */
export function soundOf(reading: string): string | null {
  const hepburn = toHepburn(toRomaji(reading));
  return isRomaji(hepburn) ? rewrite(hepburn, soundsAlike).toUpperCase() : null;
}

/** Whether folded letters may be romaji, as far as they are typed. */
export function isRomaji(letters: string): boolean {
  return (
    letters.length > 1 && /^(?:[bcdf-hjkmnpr-tvwyz]{0,3}[aiueo])+[bcdf-hjkmnpr-tvwyz]{0,2}$/.test(letters)
  );
}

type Rule = readonly [RegExp, string];

/** Kunrei, Nihon-shiki and what keyboards take, to Hepburn, one after another. */
const otherSystems: readonly Rule[] = [
  [/[jz]y(?=[aueo])/g, "j"],
  [/[dz]i/g, "ji"],
  [/dz?u/g, "zu"],
  [/si/g, "shi"],
  [/sy(?=[aueo])/g, "sh"],
  [/ti/g, "chi"],
  [/[ct]y(?=[aueo])/g, "ch"],
  [/tu/g, "tsu"],
  [/cch/g, "tch"],
  [/(?<![cst])hu/g, "fu"],
  [/wo/g, "o"],
];

const soundsAlike: readonly Rule[] = [
  [/o[ou]+|oh(?![aiueoy])/g, "o"],
  [/uu+/g, "u"],
  [/m(?=[bmp])/g, "n"],
  [/t(?=ch)|([b-df-hj-np-tv-z])(?=\1)/g, ""],
  [/(?:sh|j)(?=i)/g, "s"],
  [/sh|j/g, "sy"],
  [/ch(?=i)|ts/g, "t"],
  [/ch/g, "ty"],
  [/[bpfv]/g, "h"],
  [/[gc]/g, "k"],
  [/z/g, "s"],
  [/d/g, "t"],
  [/l/g, "r"],
];

function rewrite(text: string, rules: readonly Rule[]): string {
  return rules.reduce((rewritten, [pattern, by]) => rewritten.replace(pattern, by), text);
}
