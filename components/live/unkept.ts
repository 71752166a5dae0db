import { createListeners } from "#components/ui/listeners.ts";
import type { Failure } from "./live-request.ts";

const listeners = createListeners();
let failure: Failure | null = null;

/** Tells that a choice was not kept, when the page on which it was made is left; null once that was said. */
export function tellUnkept(next: Failure | null): void {
  failure = next;
  listeners.emit();
}

export const unkeptStore = {
  subscribe: listeners.subscribe,
  get: () => failure,
  getOnServer: (): Failure | null => null,
};
