"use client";

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { useLive } from "#components/live/live-provider.tsx";

type ReadMark = {
  /** How far the viewer has seen the lines one after another. */
  seen: number;
  read: number;
  mark: (number: number) => Promise<boolean>;
};

const retryAfterMs = 5_000;
/** While one scrolls along, the mark follows in steps. */
const stepMs = 500;

/** Moves the read mark to what was seen while the tab is in front; goes on trying while nobody hears it. */
export function useReadMark({ seen, read, mark }: ReadMark): void {
  const { status } = useLive();
  const [failures, setFailures] = useState(0);
  const visible = useSyncExternalStore(
    watchVisibility,
    () => document.visibilityState === "visible",
    () => false,
  );
  const due = visible && status !== "connecting" && seen > read;
  const next = useRef(0);
  const moveTo = useEffectEvent(mark);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failure, and another connection, are reasons to try again.
  useEffect(() => {
    if (!due) return;
    let over = false;
    let timer = setTimeout(move, Math.max(0, next.current - Date.now()));
    return () => {
      over = true;
      clearTimeout(timer);
    };

    async function move() {
      next.current = Date.now() + stepMs;
      if (!(await moveTo(seen)) && !over)
        timer = setTimeout(() => setFailures((count) => count + 1), retryAfterMs);
    }
  }, [due, seen, status, failures]);
}

function watchVisibility(onChange: () => void) {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}
