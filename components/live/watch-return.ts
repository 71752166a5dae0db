const long = 15_000;

/** Calls `onReturn` when the page is looked at again after a longer while. Returns what ends it. */
export function watchReturn(onReturn: () => void): () => void {
  let since = document.hidden ? Date.now() : undefined;
  function look(): void {
    if (document.hidden) since ??= Date.now();
    else {
      if (since !== undefined && Date.now() - since > long) onReturn();
      since = undefined;
    }
  }
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}
