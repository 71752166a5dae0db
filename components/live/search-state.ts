import type { Answer } from "./live-request.ts";

/** Why a search has no answer: it was refused, or nobody answered. */
export type SearchError = Exclude<Answer<never>, { ok: true }>;

/** `q` is what is wanted, `found` the last answer: to other words than `q` until theirs comes. */
export type Search<Found> = {
  q: string;
  found: (Found & { q: string }) | null;
  error: SearchError | null;
};

type SearchEvent<Found> =
  | { type: "asked"; q: string }
  | { type: "answered"; q: string; answer: Answer<Found> };

export const newSearch: Search<never> = { q: "", found: null, error: null };

/** The next state: an answer to words that are no longer wanted is dropped. */
export function nextSearch<Found>(search: Search<Found>, event: SearchEvent<Found>): Search<Found> {
  const { q } = event;
  if (event.type === "asked") return q === search.q ? search : { ...search, q, error: null };
  if (q !== search.q) return search;
  const { answer } = event;
  if (!answer.ok) return { q, found: null, error: answer };
  return { q, found: { q, ...answer.data }, error: null };
}

export function isSearching({ q, found, error }: Search<unknown>): boolean {
  return !error && found?.q !== q;
}
