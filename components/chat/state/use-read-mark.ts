"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { useLive } from "#components/live/live-provider.tsx";

type ReadMark = {
  newest: number;
  read: number;
  onScreen: boolean;
  mark: (number: number) => Promise<boolean>;
};

const retryAfterMs = 5_000;

/** Moves the read mark to the newest line while it is on the screen and the tab is in front; goes on trying while nobody hears it. */
export function useReadMark({ newest, read, onScreen, mark }: ReadMark): void {
  const { status } = useLive();
  const [failures, setFailures] = useState(0);
  const visible = useSyncExternalStore(
    watchVisibility,
    () => document.visibilityState === "visible",
    () => false,
  );
  const due = visible && onScreen && status !== "connecting" && newest > read;
  const moveTo = useEffectEvent(mark);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failure, and another connection, are reasons to try again.
  useEffect(() => {
    if (!due) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void moveTo(newest).then((heard) => {
      if (!heard && !over) timer = setTimeout(() => setFailures((count) => count + 1), retryAfterMs);
    });
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [due, newest, status, failures]);
}

function watchVisibility(onChange: () => void) {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}
