import { useSyncExternalStore } from "react";

/** The minute that it is, as the browser's clock says; null where the server writes, so that the page it sends stays true. */
export function useNow(): number | null {
  return useSyncExternalStore(everyMinute, thisMinute, () => null);
}

function everyMinute(onChange: () => void) {
  const timer = setInterval(onChange, 15_000);
  return () => clearInterval(timer);
}

function thisMinute() {
  return Math.floor(Date.now() / 60_000) * 60_000;
}
