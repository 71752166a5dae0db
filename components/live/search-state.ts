import type { Answer } from "./live-request.ts";

export type SearchTrouble = Exclude<Answer<never>, { ok: true }>;

/** `q` is what is wanted, `found` the last answer: to other words than `q` until theirs comes. */
export type Search<Found> = {
  q: string;
  found: (Found & { q: string }) | null;
  trouble: SearchTrouble | null;
};

export type SearchEvent<Found> =
  | { type: "asked"; q: string }
  | { type: "answered"; q: string; answer: Answer<Found> };

export const newSearch: Search<never> = { q: "", found: null, trouble: null };

/** The next state: an answer to words that are no longer wanted is dropped. */
export function nextSearch<Found>(search: Search<Found>, event: SearchEvent<Found>): Search<Found> {
  const { q } = event;
  if (event.type === "asked") return q === search.q ? search : { ...search, q, trouble: null };
  if (q !== search.q) return search;
  const { answer } = event;
  if (!answer.ok) return { q, found: null, trouble: answer };
  return { q, found: { q, ...answer.data }, trouble: null };
}

export function isSearching({ q, found, trouble }: Search<unknown>): boolean {
  return !trouble && found?.q !== q;
}
