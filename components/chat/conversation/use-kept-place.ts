"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { cameBack } from "#components/navigation/navigations.ts";

type Place = {
  /** The line that stood at the top of the box, */
  number: number;
  /** and how far from it, in pixels. */
  offset: number;
};

const places = new Map<string, Place>();

/**
 * Comes back to a conversation where one left it, by the browser's Back or Forward: the line that stood at the top stands there again.
 * Who left it at its end finds its end. Returns whether there was such a place.
 */
export function useKeptPlace(
  box: RefObject<HTMLElement | null>,
  threadId: string,
  load: (number: number) => Promise<boolean>,
): boolean {
  const [place] = useState(() => (cameBack() ? places.get(threadId) : undefined));
  const [wanted, setWanted] = useState(place);
  const loadLine = useEffectEvent(load);

  useEffect(() => {
    if (place) void loadLine(place.number);
  }, [place]);
  // After each render, since the line may only now be on the page.
  useLayoutEffect(() => {
    const line = wanted && box.current?.querySelector(`[data-number="${wanted.number}"]`);
    if (!line || !box.current) return;
    setWanted(undefined);
    box.current.scrollTop += offsetIn(box.current, line) - wanted.offset;
  });
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      const kept = element && placeIn(element);
      if (kept) places.set(threadId, kept);
      else places.delete(threadId);
    };
  }, [box, threadId]);
  return place !== undefined;
}

/** What stands at the top of the box; null at its end. */
function placeIn(box: HTMLElement): Place | null {
  // The box is laid out from its end: there its scrollTop is 0.
  if (box.scrollTop > -1) return null;
  const top = [...box.querySelectorAll<HTMLElement>("[data-number]")].find(
    (line) => offsetIn(box, line) + line.offsetHeight > 0,
  );
  return top ? { number: Number(top.dataset.number), offset: offsetIn(box, top) } : null;
}

function offsetIn(box: Element, line: Element): number {
  return line.getBoundingClientRect().top - box.getBoundingClientRect().top;
}
