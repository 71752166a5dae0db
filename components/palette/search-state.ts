import type { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import type { Answer } from "#components/live/live-request.ts";
import type { LatestThread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** What a company holds for some words. `total` counts everybody found, of whom `people` are the first. */
export type Found = { people: PersonCard[]; total: number; atLeast: boolean; threads: LatestThread[] };

export type FindInCompany = typeof findInCompanyAction;

export type Trouble = Exclude<Answer<Found>, { ok: true }>;

/** `q` is what is wanted, `found` the last answer: of other words than `q` until theirs comes. */
export type Search = { q: string; found: (Found & { q: string }) | null; trouble: Trouble | null };

export type SearchEvent =
  | { type: "asked"; q: string }
  | { type: "answered"; q: string; answer: Answer<Found> };

export const newSearch: Search = { q: "", found: null, trouble: null };

/** The next state: an answer to words that are no longer wanted is dropped. */
export function nextSearch(search: Search, event: SearchEvent): Search {
  const { q } = event;
  if (event.type === "asked") return q === search.q ? search : { ...search, q, trouble: null };
  if (q !== search.q) return search;
  const { answer } = event;
  if (!answer.ok) return { q, found: null, trouble: answer };
  return { q, found: { q, ...answer.data }, trouble: null };
}

export function isSearching({ q, found, trouble }: Search): boolean {
  return !trouble && found?.q !== q;
}
