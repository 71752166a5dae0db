/** Years, the first and the last of them too. */
export type FilterYearRange = { from: number; until: number };

/**
 * A range whose one end is chosen anew, out of these years: null opens it, which is the outermost year on its side. The other end gives way
 * where it would come before it. Undefined where both ends are open.
 */
export function withEnd(
  range: FilterYearRange | undefined,
  end: keyof FilterYearRange,
  year: number | null,
  years: readonly number[],
): FilterYearRange | undefined {
  const all = { from: Math.min(...years), until: Math.max(...years) };
  const next = { ...all, ...range, [end]: year ?? all[end] };
  if (year === null && next.from === all.from && next.until === all.until) return undefined;
  if (next.from <= next.until) return next;
  return { from: next[end], until: next[end] };
}
