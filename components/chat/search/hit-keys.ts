import type { KeyboardEvent } from "react";

/** The arrow keys in a search: from its field down to the first hit, from there one by one, and back up into the field. */
export function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const hits = hitsIn(event.currentTarget);
  const at = event.target instanceof HTMLElement ? hits.indexOf(event.target) : -1;
  const field = event.currentTarget.querySelector("input");
  if (at === -1 && event.target !== field) return;
  const next = nextHit(at, hits.length, event.key);
  if (next === undefined) return;
  event.preventDefault();
  (hits[next] ?? field)?.focus();
}

/** The only hit is gone to, the first of several has the focus. */
export function enterHits(search: HTMLElement | null): void {
  const [first, ...others] = search ? hitsIn(search) : [];
  if (others.length > 0) first?.focus();
  else first?.click();
}

/** The place among so many hits; -1 is the field. */
export function nextHit(at: number, count: number, key: string): number | undefined {
  if (key === "ArrowDown") return at + 1 < count ? at + 1 : undefined;
  if (at === -1) return undefined;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

function hitsIn(search: HTMLElement): HTMLElement[] {
  return [...search.querySelectorAll<HTMLElement>("a[data-hit]")];
}
