"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useCatchUp, useLiveEvent } from "./use-live-event.ts";

const settleMs = 300;
const freshMs = 5_000;

/** Has the page drawn again without somebody who left the network, and with what became of a correction. */
export function PageChange({ catchesUp }: { catchesUp: boolean }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function draw(within: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), settleMs + Math.random() * within);
  }
  useLiveEvent("people:changed", ({ within }) => draw(within));
  useLiveEvent("corrections:changed", () => draw(0));
  usePageCatchUp(catchesUp);
  // This comes once the page rests: what was told before then was heard by nobody.
  useEffect(() => {
    if (catchesUp) router.refresh();
  }, [catchesUp, router]);
  return null;
}

/** Has the page drawn again where it may have missed something, if that is wanted: not at once after it was drawn. */
export function usePageCatchUp(wanted: boolean): void {
  const router = useRouter();
  const drawnAt = useRef(0);
  useEffect(() => {
    drawnAt.current = Date.now();
  }, []);
  useCatchUp(() => {
    if (!wanted || Date.now() - drawnAt.current < freshMs) return;
    drawnAt.current = Date.now();
    router.refresh();
  });
}
