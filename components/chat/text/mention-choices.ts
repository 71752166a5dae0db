import { matchBeginnings } from "#lib/people/name-matches.ts";
import type { PersonCard } from "#lib/people/schema.ts";

const maxChoices = 8;

/** The people whom these words may mean, from the beginning of a name, surnames before given names; at most eight. */
export function mentionChoices(words: string, people: readonly PersonCard[]): PersonCard[] {
  return matchBeginnings(people, words).slice(0, maxChoices);
}
