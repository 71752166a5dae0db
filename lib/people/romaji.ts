import { toHiragana } from "#lib/letters.ts";

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
