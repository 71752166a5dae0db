import { createListeners } from "#components/ui/listeners.ts";

/** A way to another page: pressed or asked for by a script, in place of this one, or by the browser's Back and Forward. */
export type Navigation = { href: string; type: "push" | "replace" | "traverse" };

const listeners = createListeners<[Navigation]>();
let latest: Navigation | null = null;

/** To be called as one leaves for another page of ours. */
export function noteNavigation(href: string, type: Navigation["type"]): void {
  latest = { href, type };
  listeners.emit(latest);
}

/** Calls the function with each one as it begins. Returns what ends that. */
export const watchNavigations = listeners.subscribe;

/** Whether this page was come back to, by Back or Forward, so that it stands where it stood. */
export function cameBack(): boolean {
  return latest?.type === "traverse";
}
