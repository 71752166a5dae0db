import { plainLetters } from "#lib/letters.ts";

/** What parts one word from the next when several are typed or pasted. */
const separator = /[,、，\n\t;；]+/;

export function holdsSeparator(text: string): boolean {
  return separator.test(text);
}

type Limits = { max: number; maxLength: number };
/** Why a word is not taken. */
type Refused = { word: string; reason: "twice" | "full" | "tooLong" };

/**
 * The words of a text, after those that are there. Words that differ only in width, case or kana are one. Those that are refused come
 * with the first reason.
 */
export function addWords(
  tags: readonly string[],
  text: string,
  { max, maxLength }: Limits,
): { tags: string[]; added: string[]; refused: Refused | null } {
  const result: { tags: string[]; added: string[]; refused: Refused | null } = {
    tags: [...tags],
    added: [],
    refused: null,
  };
  for (const piece of text.split(separator)) {
    const word = piece.replace(/\s+/g, " ").trim();
    if (word === "") continue;
    const reason = refusalOf(word, result.tags, { max, maxLength });
    if (reason) {
      result.refused ??= { word, reason };
      continue;
    }
    result.tags.push(word);
    result.added.push(word);
  }
  return result;
}

function refusalOf(
  word: string,
  tags: readonly string[],
  { max, maxLength }: Limits,
): Refused["reason"] | null {
  if (tags.some((tag) => plainLetters(tag) === plainLetters(word))) return "twice";
  if (tags.length >= max) return "full";
  return [...word].length > maxLength ? "tooLong" : null;
}
