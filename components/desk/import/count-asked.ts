import type { ImportCounts, RowsAsked } from "#lib/leavers/schema.ts";

/** How many people of an import there are of whom it is asked. */
export function countAsked(counts: ImportCounts, { show, reason }: RowsAsked): number {
  if (reason) return counts.reasons[reason] ?? 0;
  if (show === "WARNED") return counts.warned;
  if (show !== "ALL") return counts[show];
  return counts.NEW + counts.CHANGED + counts.UNCHANGED + counts.DECIDE + counts.ERROR;
}
