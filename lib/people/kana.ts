import { toRomaji } from "wanakana";

/** The text with its katakana, full or half width, as hiragana. */
export function toHiragana(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** A reading as Japanese dictionaries order it: がとう stands among かとう, ゃ and や are one, and a long mark does not count. */
export function dictionaryOrder(kana: string): string {
  return kana
    .normalize("NFD")
    .replace(/[\u3099\u309Aー]/g, "")
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1));
}

/**
 * How people spell a kana name in Latin letters, the full Hepburn first: おおの → oono, ono, ohno.
 * At most six spellings, none twice; none for a text that is not kana.
 */
export function romajiSpellings(kana: string): string[] {
  const full = toRomaji(
    toHiragana(kana)
      .replace(/[\sー]/g, "")
      .replace(/を/g, "お"),
  ).replace(/'/g, "");
  if (!/^[a-z]+$/.test(full)) return [];
  const short = full.replace(/o[ou]+/g, "o").replace(/uu+/g, "u");
  const passport = full.replace(/o[ou]+/g, "oh").replace(/uu+/g, "u");
  const spellings = [full, short, passport];
  return [...new Set([...spellings, ...spellings.map((spelling) => spelling.replace(/n(?=[bmp])/g, "m"))])];
}
