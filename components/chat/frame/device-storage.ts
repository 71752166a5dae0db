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
