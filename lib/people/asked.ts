import type { DirectoryQuery } from "#lib/people/directory-query.ts";
import { facetLines } from "#lib/people/facets.ts";
import { peopleTerms } from "#lib/people/search-text.ts";

/** A question as the functions of prisma/sql/people take it. `findsNobody`: words were asked for of which none can be looked for. */
export function askedOf(query: DirectoryQuery) {
  const words = peopleTerms(query.q);
  return {
    ...words,
    kind: query.kind ?? null,
    lines: facetLines(query),
    together: query.with === "me",
    findsNobody: words.terms.length === 0 && query.q !== "",
  };
}
