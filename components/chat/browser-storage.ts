/** This browser's own storage; undefined where it may not be used, as on the server. */
export function deviceStorage(): Storage | undefined {
  return attempt(() => (typeof window === "undefined" ? undefined : window.localStorage));
}

/** What this browser keeps for this tab alone. */
export function tabStorage(): Storage | undefined {
  return attempt(() => (typeof window === "undefined" ? undefined : window.sessionStorage));
}

/** What the work returns; undefined where it throws, as storage does when it is full, switched off or private. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const turnTimeoutMs = 10_000;

/**
 * Does some work while no other tab of this browser does any under the same name, where the browser can tell. A tab that sleeps in its
 * turn is waited for ten seconds.
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
