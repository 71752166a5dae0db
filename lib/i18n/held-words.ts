import type { Words } from "#lib/i18n/pick-messages.ts";

// On globalThis, since Next bundles what makes the words and what renders by them apart.
const held = globalThis as typeof globalThis & { words?: Map<string, Words> };

/** The words that pages are rendered by in this process or tab, by their addresses. */
export function heldWords(): Map<string, Words> {
  held.words ??= new Map();
  return held.words;
}
