/** What one scenario took: latencies in milliseconds from a message's sending until it is on another's screen. */
export type Figures = { median: number; p99: number; perSecond: number };

export function figuresOf(latencies: number[], messages: number, seconds: number): Figures {
  const sorted = Float64Array.from(latencies).sort();
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), perSecond: messages / seconds };
}

export function quantile(sorted: ArrayLike<number>, q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** The middle of some values, with the smallest and the largest: "1.12 (0.98 … 1.31)". */
export function spread(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [smallest, middle, largest] = [quantile(sorted, 0), quantile(sorted, 0.5), quantile(sorted, 1)].map(
    short,
  );
  return `${middle} (${smallest} … ${largest})`;
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(value >= 10 ? 3 : 2);
}
