"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { useLiveEvent } from "#components/live/use-live-event.ts";
import type { ChatLine, Thread } from "#lib/chat/schema.ts";

const settleMs = 300;
const minIntervalMs = 3_000;

/**
 * Has the page's thread rendered again after what happened to the thread itself: its name, who belongs to it, what the viewer may do.
 * Returns what does so at once.
 */
export function useThreadDetails({ id, lastNumber }: Thread, lines: readonly ChatLine[]): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refreshed = useRef(0);

  function refreshSoon() {
    const wait = Math.max(settleMs, refreshed.current + minIntervalMs - Date.now());
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refreshed.current = Date.now();
      router.refresh();
    }, wait);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  const lastNotice = lines.findLast(({ notice }) => notice)?.number ?? 0;
  const due = lastNotice > lastNumber;
  const refresh = useEffectEvent(refreshSoon);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another notice, and details that are too old again, are reasons to ask.
  useEffect(() => {
    if (due) refresh();
  }, [due, lastNotice, lastNumber]);
  useLiveEvent("threads:changed", refreshSoon);
  useLiveEvent("thread:gone", ({ threadId }) => {
    if (threadId === id) refreshSoon();
  });
  return refreshSoon;
}
