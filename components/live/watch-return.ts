const minAbsenceMs = 15_000;

/** Calls `onReturn` when the page is looked at again after 15 seconds or more. Returns `unsubscribe`. */
export function watchReturn(onReturn: () => void): () => void {
  let since = document.hidden ? Date.now() : undefined;
  function look(): void {
    if (document.hidden) since ??= Date.now();
    else {
      if (since !== undefined && Date.now() - since > minAbsenceMs) onReturn();
      since = undefined;
    }
  }
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}
