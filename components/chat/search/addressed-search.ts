/**
 * What a search's address says, beside what was typed: `coming` was written to the address and has not come round yet, oldest first.
 * `opened` counts how often the address was changed by anything else, as a link or the browser's Back.
 */
export type AddressedSearch = { q: string; coming: readonly string[]; opened: number };

export function openAddressed(q: string): AddressedSearch {
  return { q, coming: [], opened: 0 };
}

/** After these words were typed: the same when the address has them already. */
export function typedInto(search: AddressedSearch, q: string): AddressedSearch {
  const latest = search.coming.at(-1) ?? search.q;
  return q === latest ? search : { ...search, coming: [...search.coming, q] };
}

/** With this in the address: the same when nothing changed, opened again when nobody typed it here. */
export function soughtAt(search: AddressedSearch, q: string): AddressedSearch {
  if (q === search.q) return search;
  const round = search.coming.indexOf(q);
  if (round === -1) return { q, coming: [], opened: search.opened + 1 };
  return { ...search, q, coming: search.coming.slice(round + 1) };
}
