"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const markedForMs = 2_500;

/**
 * `goTo` loads a line if it is not on the screen, scrolls it into the middle and marks it for a moment. `marked` is the number of that
 * line, null after the moment.
 */
export function useJumpToLine(
  box: RefObject<HTMLElement | null>,
  load: (number: number) => Promise<boolean>,
  first: number | null,
) {
  const [wanted, setWanted] = useState<number | null>(first);
  const [marked, setMarked] = useState<number | null>(null);
  const loadNow = useRef(load);
  useEffect(() => {
    loadNow.current = load;
  });

  // After each render, since the line may only now be on the page.
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
    void loadNow.current(number).then((loaded) => {
      if (loaded) setWanted(number);
    });
  }, []);
  return { marked, goTo };
}
