import type { Line } from "#components/drafts/written-values.ts";
import { Facts } from "#components/ui/facts.tsx";

/** A section as terms and values; null where nothing is written. */
export function readLines(lines: readonly Line[]) {
  if (lines.every(({ value }) => value === "")) return null;
  return <Facts facts={lines.map(({ term, value }) => ({ term, value }))} />;
}
