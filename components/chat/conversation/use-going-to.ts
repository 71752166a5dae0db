"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const markedForMs = 2_500;

/**
 * Goes to a line: has it brought where it is not held, scrolls it into the middle and marks it for a moment. `marked` is the number of
 * the line that was gone to just now.
 */
export function useGoingTo(
  box: RefObject<HTMLElement | null>,
  bring: (number: number) => Promise<boolean>,
  first: number | null,
) {
  const [wanted, setWanted] = useState<number | null>(first);
  const [marked, setMarked] = useState<number | null>(null);
  const bringNow = useRef(bring);
  useEffect(() => {
    bringNow.current = bring;
  });

  // Once it is on the page.
  useEffect(() => {
    if (wanted === null) return;
    const line = box.current?.querySelector<HTMLElement>(`[data-number="${wanted}"]`);
    if (!line) return;
    setWanted(null);
    setMarked(wanted);
    line.scrollIntoView({ block: "center" });
    line.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (marked === null) return;
    const timer = setTimeout(() => setMarked(null), markedForMs);
    return () => clearTimeout(timer);
  }, [marked]);

  const goTo = useCallback((number: number) => {
    void bringNow.current(number).then((held) => {
      if (held) setWanted(number);
    });
  }, []);
  return { marked, goTo };
}
