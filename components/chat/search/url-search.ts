/**
 * The words of a search as its URL has them. `pending` are words that were written to the URL and that the router does not show yet,
 * oldest first. `opened` counts how often anything else changed the URL, such as a link or the browser's Back.
 */
export type UrlSearch = { q: string; pending: readonly string[]; opened: number };

export function searchFromUrl(q: string): UrlSearch {
  return { q, pending: [], opened: 0 };
}

/** The next state after `q` was typed; the same object when the URL has these words already. */
export function afterTyping(search: UrlSearch, q: string): UrlSearch {
  const latest = search.pending.at(-1) ?? search.q;
  return q === latest ? search : { ...search, pending: [...search.pending, q] };
}

/** The next state when the router shows `q`; the same object when nothing changed. Words that were not typed here count as opened. */
export function afterUrlChange(search: UrlSearch, q: string): UrlSearch {
  if (q === search.q) return search;
  const index = search.pending.indexOf(q);
  if (index === -1) return { q, pending: [], opened: search.opened + 1 };
  return { ...search, q, pending: search.pending.slice(index + 1) };
}
