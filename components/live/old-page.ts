import { createListeners } from "#components/ui/listeners.ts";

/** The server is of another build than this page, and no longer knows what it asks for: nothing was done. */
export type Outdated = { ok: false; code: "outdated" };

const listeners = createListeners();
let told = false;

// Next's names: of an action that the server does not know, and of a file of scripts that it has no more.
const namesOfOldPages = new Set(["UnrecognizedActionError", "ChunkLoadError"]);

/** Whether it failed since this page is of an older build than the server: an action, or a piece of code, is no longer there. */
export function isOfOldPage(error: unknown): boolean {
  return error instanceof Error && namesOfOldPages.has(error.name);
}

/** For what fails outside of any page's error: loads an old page again, and passes everything else on. */
export function renewIfOld(error: unknown): void {
  if (!isOfOldPage(error) || !renewPage()) throw error;
}

/** The answer to a request that failed so; the frame offers the new page from then on. */
export function tellOutdated(): Outdated {
  told = true;
  listeners.emit();
  return { ok: false, code: "outdated" };
}

export const outdatedStore = { subscribe: listeners.subscribe, get: () => told, getOnServer: () => false };

const renewedAt = "okaeri-renewed";
const pauseMs = 60_000;

/**
 * Loads this page again, as the server has it now, and tells whether it does: not twice within a minute, since of several servers one may
 * be behind, nor where a browser keeps nothing by which to know.
 */
export function renewPage(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(renewedAt)) < pauseMs) return false;
    sessionStorage.setItem(renewedAt, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
