"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

/** Up and down arrows walk the links of the lists inside; Tab does too, as ever. */
export function ArrowKeys({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent) {
    if (event.key === "Home" || event.key === "End") return;
    stepByKey(event, [...(area.current?.querySelectorAll("li a") ?? [])])?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is operated; this only listens to them.
    <div ref={area} onKeyDown={walk}>
      {children}
    </div>
  );
}

/** What the keys lead through beside the items: what stands above the first, as a field, or below the last, as the box that scrolls. */
type Ends<T> = { above?: T; below?: T };

/**
 * The element to which a key leads from the one that has the focus: the arrows up and down go from item to item, Home and End to the
 * ends. Undefined where it leads nowhere, as from what stands within an item, which keeps its keys; otherwise the key is used up.
 */
export function stepByKey(
  event: KeyboardEvent,
  items: readonly Element[],
  ends?: Ends<Element | null>,
): HTMLElement | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const next = event.target instanceof Element && nextStop(event.key, event.target, items, ends);
  if (!(next instanceof HTMLElement)) return undefined;
  event.preventDefault();
  return next;
}

export function nextStop<T>(
  key: string,
  from: T,
  items: readonly T[],
  { above, below }: Ends<T> = {},
): T | undefined {
  const at = items.indexOf(from);
  if (at === -1) {
    if (from === above && key === "ArrowDown") return items[0];
    return from === below && (key === "ArrowUp" || key === "End") ? items.at(-1) : undefined;
  }
  switch (key) {
    case "ArrowUp":
      return items[at - 1] ?? above;
    case "ArrowDown":
      return items[at + 1];
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    default:
      return undefined;
  }
}
