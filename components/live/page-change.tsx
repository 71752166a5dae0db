"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { freshness } from "./page-freshness.ts";
import { useCatchUp, useLiveEvent } from "./use-live-event.ts";
import { useWantsFresh } from "./use-wants-fresh.ts";

const settleMs = 300;

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
  useWantsFresh(catchesUp);
  useCatchUp(() => {
    if (freshness.isDue()) router.refresh();
  });
  // This comes once the page rests: what was told before then was heard by nobody. Asking first whether anything was would cost the checks of
  // a request as well, for the few who are HR and load a page anew.
  useEffect(() => {
    if (catchesUp) router.refresh();
  }, [catchesUp, router]);
  return null;
}
