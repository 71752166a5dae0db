import type { Participant } from "#lib/chat/schema.ts";
import { matchWords } from "#lib/people/name-matches.ts";

/** Those whose names hold every word of `q`, as searches of people compare them; all of them for none. */
export function matchMembers(members: readonly Participant[], q: string): Participant[] {
  const found = matchWords(
    members.map(({ person }) => person),
    q,
  );
  return members.filter(({ person }) => found.includes(person));
}
