"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useLive } from "#components/live/live-provider.tsx";

type ReadMark = { newest: number; read: number; onScreen: boolean; mark: (number: number) => void };

/** Moves the read mark to the newest line while it is on the screen, the tab is in front and the sidecar hears it. */
export function useReadMark({ newest, read, onScreen, mark }: ReadMark): void {
  const { status } = useLive();
  const visible = useSyncExternalStore(
    watchVisibility,
    () => document.visibilityState === "visible",
    () => false,
  );
  const due = visible && onScreen && status === "online" && newest > read;
  const moveTo = useEffectEvent(mark);
  useEffect(() => {
    if (due) moveTo(newest);
  }, [due, newest]);
}

function watchVisibility(onChange: () => void) {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}
