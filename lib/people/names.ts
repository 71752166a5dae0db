import { graphemesOf } from "#lib/graphemes.ts";
import { toHiragana } from "#lib/letters.ts";
import { dictionaryOrder } from "./kana.ts";
import { normalise } from "./normalise.ts";

/** The names of a profile. Readings are hiragana, and absent where a name has none. */
export interface NameParts {
  familyName: string;
  givenName: string;
  familyNameKana?: string | null;
  givenNameKana?: string | null;
  /** What a person with a Latin name goes by instead of the given name. */
  preferredName?: string | null;
  formerFamilyName?: string | null;
  formerFamilyNameKana?: string | null;
}

/** The name as a page shows it: 高橋 千夏, family first; Hannah Whitfield, given (or preferred) first. */
export function displayName(name: NameParts): string {
  return isJapaneseName(name)
    ? `${name.familyName} ${name.givenName}`
    : `${calledName(name)} ${name.familyName}`;
}

/** The given or the preferred name, whichever `displayName` leaves out; undefined where it leaves out nothing. */
export function otherName(name: NameParts): string | undefined {
  const other = isJapaneseName(name) ? name.preferredName : name.preferredName && name.givenName;
  return other && other !== calledName(name) ? other : undefined;
}

/** The reading in hiragana, family first (たかはし ちなつ); null unless both halves are known. */
export function kanaName(name: NameParts): string | null {
  if (!name.familyNameKana || !name.givenNameKana) return null;
  return `${toHiragana(name.familyNameKana)} ${toHiragana(name.givenNameKana)}`;
}

/** The two characters of a seal: 高千 for 高橋 千夏, HW for Hannah Whitfield, OB for Olga van den Berg. */
export function monogram(name: NameParts): string {
  if (isJapaneseName(name)) return `${firstGrapheme(name.familyName)}${firstGrapheme(name.givenName)}`;
  const family = name.familyName.split(/\s+/).find((word) => /^\p{Lu}/u.test(word)) ?? name.familyName;
  return `${firstGrapheme(calledName(name))}${firstGrapheme(family)}`.toUpperCase();
}

/**
 * What the directory orders by, character code by character code: the reading in dictionary order, then, for readings that are
 * one there, as it is (かとう | がとう); for a Latin name "whitfield hannah" without capitals and diacritics.
 */
export function sortKey(name: NameParts): string {
  const kana = isJapaneseName(name) ? kanaName(name) : null;
  if (!kana) return normalise(`${name.familyName} ${name.givenName}`);
  const order = dictionaryOrder(kana);
  return order === kana ? kana : `${order}|${kana}`;
}

/** Whether the name is written in kanji or kana, and so stands family first. */
export function isJapaneseName(name: Pick<NameParts, "familyName" | "givenName">): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    `${name.familyName}${name.givenName}`,
  );
}

function calledName(name: NameParts): string {
  return name.preferredName || name.givenName;
}

function firstGrapheme(text: string): string {
  const name = text.trim();
  const [first = ""] = letter.exec(name) ?? graphemesOf(name);
  return first;
}

/** A first letter that stands for itself: to ask for graphemes takes a hundred times as long. */
const letter = /^\p{L}(?![\p{M}\p{Variation_Selector}\u200D])/u;
