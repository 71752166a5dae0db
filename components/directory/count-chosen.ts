import { type Asked, directoryFilters } from "#components/navigation/directory-href.ts";
import type { Dimension } from "#lib/people/directory-query.ts";

/** How much is chosen beside words and the kind. */
export function countChosen(asked: Asked): number {
  const counts = directoryFilters.map((dimension) => countOf(dimension, asked));
  return counts.reduce((sum, count) => sum + count, asked.with ? 1 : 0);
}

/** How much is chosen of one filter. */
export function countOf(dimension: Dimension, asked: Asked): number {
  const chosen = asked[dimension];
  return Array.isArray(chosen) ? chosen.length : Number(chosen !== undefined);
}
