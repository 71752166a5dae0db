"use client";

import { useNow, useTimeZone } from "next-intl";
import { useSyncExternalStore } from "react";
import { dayOf } from "./days.ts";

/**
 * The day that it is where the reader is, YYYY-MM-DD. The server's clock says it, since a device's may be wrong: the device only counts
 * how long the page has been open. So it is the same before and after hydration, and goes on at midnight.
 */
export function useToday(): string {
  const timeZone = useTimeZone() ?? "UTC";
  const rendered = useNow().getTime();
  return useSyncExternalStore(
    watchClock,
    () => dayOf(new Date(rendered + sinceReceived(rendered)), timeZone),
    () => dayOf(new Date(rendered), timeZone),
  );
}

const received = new Map<number, number>();

/** How long ago a page that was rendered at this moment came here. */
function sinceReceived(rendered: number): number {
  const at = received.get(rendered);
  if (at !== undefined) return Math.max(0, Date.now() - at);
  received.set(rendered, Date.now());
  return 0;
}

/** Every half minute, and when somebody comes back to a page that was out of sight or to a machine that slept. */
function watchClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, 30_000);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onChange);
  };
}
