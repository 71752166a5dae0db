import { matchBeginnings } from "#lib/people/name-matches.ts";
import type { PersonCard } from "#lib/people/schema.ts";

const maxChoices = 8;

/**
 * The people whom these words may mean, from the beginning of a name, at most eight: first those who wrote here, whoever did last, then
 * surnames before given names.
 */
export function mentionChoices(
  words: string,
  people: readonly PersonCard[],
  authors: readonly string[],
): PersonCard[] {
  const place = ({ memberId }: PersonCard) =>
    authors.includes(memberId) ? authors.indexOf(memberId) : authors.length;
  return matchBeginnings(people, words)
    .sort((one, other) => place(one) - place(other))
    .slice(0, maxChoices);
}
