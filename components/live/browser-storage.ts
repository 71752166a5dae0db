/** This browser's own storage; undefined where it may not be used, as on the server. */
export function deviceStorage(): Storage | undefined {
  return attempt(() => (typeof window === "undefined" ? undefined : window.localStorage));
}

/** What this browser keeps for this tab alone. */
export function tabStorage(): Storage | undefined {
  return attempt(() => (typeof window === "undefined" ? undefined : window.sessionStorage));
}

/** What `work` returns; undefined where it throws, as storage does when it is full or switched off. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const turnTimeoutMs = 10_000;

/**
 * Runs `work` under a lock of this name that all tabs of the browser share (Web Locks), if the browser has them. Waits at most ten seconds
 * for a tab that holds the lock and sleeps.
 */
export async function takeDeviceTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  let begun = false;
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(turnTimeoutMs) }, () => {
      begun = true;
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    await work();
  }
}
