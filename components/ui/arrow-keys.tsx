"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { isForInputMethod } from "./enter-key.ts";
import { besides, keepOneStop } from "./tab-stops.ts";

type ArrowKeysProps = {
  children: ReactNode;
  /** What is walked, as a selector: the links of the lists inside. */
  items?: string;
  className?: string;
};

/**
 * Lists that are one stop of the Tab key. Within them the arrows lead up and down from item to item, to the right to what else a line
 * holds, and back to the left.
 */
export function ArrowKeys({ children, items = "li a", className }: ArrowKeysProps) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => (area.current ? keepOneStop(area.current, items) : undefined), [items]);

  function walk(event: KeyboardEvent) {
    if (event.key === "Home" || event.key === "End") return;
    const all = [...(area.current?.querySelectorAll(items) ?? [])];
    (stepByKey(event, all) ?? stepAside(event, all))?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is operated; this only listens to them.
    <div ref={area} onKeyDown={walk} className={className}>
      {children}
    </div>
  );
}

/** From an item to what stands beside it in its line, and back. */
function stepAside(event: KeyboardEvent, items: readonly Element[]): HTMLElement | undefined {
  const { target, key } = event;
  const aside = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!aside || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (!(target instanceof HTMLElement)) return undefined;
  const item = items.find((one) => target.closest("li")?.contains(one));
  if (!(item instanceof HTMLElement)) return undefined;
  const stops = [item, ...besides(item)];
  const next = stops[stops.indexOf(target) + aside];
  if (next) event.preventDefault();
  return next;
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
  if (isForInputMethod(event.nativeEvent)) return undefined;
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
