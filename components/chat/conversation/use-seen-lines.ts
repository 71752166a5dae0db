"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";

/** Pixels of a line that have to be in view. */
const enough = 8;

/**
 * How far the viewer has seen the lines one after another, beginning at their read mark: what they jump over stays unseen. `missed`: the first
 * line that they have not seen stands above what is in view. `look` is for scrolling.
 */
export function useSeenLines(box: RefObject<HTMLElement | null>, read: number) {
  const [known, setKnown] = useState({ seen: read, missed: false });
  const from = Math.max(known.seen, read);

  function look() {
    const view = box.current && document.visibilityState === "visible" ? numbersInView(box.current) : null;
    if (!view) return;
    const seen = view.first <= from + 1 ? Math.max(from, view.last) : from;
    const missed = view.first > seen + 1;
    if (seen !== known.seen || missed !== known.missed) setKnown({ seen, missed });
  }
  // After each render: lines come and go.
  useLayoutEffect(look);
  const lookNow = useEffectEvent(look);
  useEffect(() => {
    const looked = () => lookNow();
    document.addEventListener("visibilitychange", looked);
    addEventListener("resize", looked);
    return () => {
      document.removeEventListener("visibilitychange", looked);
      removeEventListener("resize", looked);
    };
  }, []);
  return { seen: from, missed: known.missed, look };
}

/** The first and the last line in view; null without one. */
function numbersInView(box: HTMLElement): { first: number; last: number } | null {
  const { top, bottom } = box.getBoundingClientRect();
  const lines = [...box.querySelectorAll<HTMLElement>("[data-number]")];
  const first = lines[indexFrom(lines, (line) => line.getBoundingClientRect().bottom >= top + enough)];
  const last = lines[indexFrom(lines, (line) => line.getBoundingClientRect().top > bottom - enough) - 1];
  return first && last ? { first: Number(first.dataset.number), last: Number(last.dataset.number) } : null;
}

/** Where in an order the first stands of which something is true, as of all after it; its length where it is true of none. */
function indexFrom<T>(order: readonly T[], isTrue: (one: T) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = order[middle];
    if (one !== undefined && isTrue(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
