import { toHiragana } from "./kana.ts";

/**
 * A reading in Latin letters, in full Hepburn: おおの is oono, さっぽろ sapporo, じゅん jun. What is no kana stays as it is; ー and spaces
 * are left out.
 */
export function toRomaji(kana: string): string {
  return toHiragana(kana)
    .replace(/[\sー]/g, "")
    .replace(/[ぁ-ゖ][ぁぃぅぇぉゃゅょ]?/g, syllable)
    .replace(/っ+(.?)/g, (_, next: string) => doubled(next));
}

/**
 * How people spell a kana name in Latin letters, the full Hepburn first: おおの → oono, ono, ohno.
 * At most six spellings, none twice; none for a text that is not kana.
 */
export function romajiSpellings(kana: string): string[] {
  const full = toRomaji(kana);
  if (!/^[a-z]+$/.test(full)) return [];
  const short = full.replace(/o[ou]+/g, "o").replace(/uu+/g, "u");
  const passport = full.replace(/o[ou]+/g, "oh").replace(/uu+/g, "u");
  const spellings = [full, short, passport];
  return [...new Set([...spellings, ...spellings.map((spelling) => spelling.replace(/n(?=[bmp])/g, "m"))])];
}

/** Both halves of a name in each of these spellings, the same in both: Oono Tarou, Ono Taro. */
export function romajiNames(familyKana: string, givenKana: string): { family: string; given: string }[] {
  const family = romajiSpellings(familyKana);
  const given = romajiSpellings(givenKana);
  return Array.from({ length: Math.max(family.length, given.length) }, (_, index) => ({
    family: family[index] ?? family[0] ?? "",
    given: given[index] ?? given[0] ?? "",
  }));
}

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

const vowels = ["a", "i", "u", "e", "o"] as const;
const rows = {
  "": "あいうえお",
  k: "かきくけこ",
  s: "さしすせそ",
  t: "たちつてと",
  n: "なにぬねの",
  h: "はひふへほ",
  m: "まみむめも",
  r: "らりるれろ",
  g: "がぎぐげご",
  z: "ざじずぜぞ",
  d: "だぢづでど",
  b: "ばびぶべぼ",
  p: "ぱぴぷぺぽ",
};
const single = new Map<string, string>([
  ...Object.entries(rows).flatMap(([consonant, row]) =>
    [...row].map((kana, index): [string, string] => [kana, `${consonant}${vowels[index]}`]),
  ),
  ..."し shi,ち chi,つ tsu,ふ fu,じ ji,ぢ ji,づ zu,や ya,ゆ yu,よ yo,わ wa,ゐ i,ゑ e,を o,ん n,ゔ vu,ゎ wa,ゕ ka,ゖ ke"
    .split(",")
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
]);
const small = new Map(
  [..."ぁぃぅぇぉゃゅょ"].map((kana, index) => [kana, [...vowels, "ya", "yu", "yo"][index] ?? ""]),
);

/** きゃ kya, しゃ sha, ふぁ fa, うぃ wi, てぃ ti: the small kana takes the vowel's place. */
function syllable(kana: string): string {
  const [first = "", second] = kana;
  const sound = single.get(first) ?? small.get(first) ?? first;
  const added = second && small.get(second);
  if (!added) return sound;
  if (sound.endsWith(added) || /^[aieo]$/.test(sound)) return sound + added;
  const consonants = sound === "u" ? "w" : sound.slice(0, -1);
  return consonants + (/(?:sh|ch|j)$/.test(consonants) ? added.replace("y", "") : added);
}

function doubled(next: string): string {
  if (next === "c") return "tc";
  return /[bdf-hj-np-tv-z]/.test(next) ? next + next : next;
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
