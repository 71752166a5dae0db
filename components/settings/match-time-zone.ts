import type { TimeZone } from "#lib/i18n/schema.ts";
import { foldLetters } from "#lib/letters.ts";

/** Whether every word that was typed begins a word of the zone's names, its places or its hours from UTC; kanji stand anywhere. */
export function matchesTimeZone({ label, hours, words }: TimeZone, query: string): boolean {
  const text = ` ${fold(`${label} ${words} ${hours} ${hours.slice(3)}`)}`;
  return fold(query)
    .split(" ")
    .every((word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
}

/** Signs part words, but for those of the hours: a minus sign of its own, which folding would take away. */
function fold(text: string): string {
  return foldLetters(text.replace(/[−-](?=\d)/g, "~").replace(/[_/()（）‐-]/g, " "));
}
