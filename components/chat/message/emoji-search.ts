import { foldLetters } from "#lib/letters.ts";

const maxFound = 60;

/** An emoji, and what it is called, folded as what is typed will be. */
export type NamedEmoji = { emoji: string; names: string };

/** Those in whose names each of the words begins one, those that are called so alone first; then those that hold them within. Up to 60. */
export function findEmoji(list: readonly NamedEmoji[], typed: string): string[] {
  const words = foldLetters(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const found = list.flatMap(({ emoji, names }) => {
    const ranks = words.map((word) => rankOf(names, word));
    return ranks.includes(0) ? [] : { emoji, rank: Math.min(...ranks) };
  });
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, maxFound)
    .map(({ emoji }) => emoji);
}

/** 3: the first name begins so, 2: another does, 1: it stands within one; 0: nowhere. */
function rankOf(names: string, word: string): number {
  if (names.startsWith(word)) return 3;
  if (names.includes(` ${word}`)) return 2;
  return names.includes(word) ? 1 : 0;
}
