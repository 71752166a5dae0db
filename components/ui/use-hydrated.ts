import { useSyncExternalStore } from "react";

/** Whether this page's scripts run by now: false where the server writes, so that the page it sends stays true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
