/** The day of this zone that a moment is in: YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  return formatOf(timeZone).format(at);
}

/** How many days later `to` is than `from`, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60_000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

// A page asks for many moments in the one zone of its reader, and to make a format takes longer than to use it.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, ...parts });
  formats.set(timeZone, format);
  return format;
}
