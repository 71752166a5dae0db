/** A date of the database as a day, YYYY-MM-DD. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** As `day`; null for no date. */
export function dayOrNull(date: Date | null): string | null {
  return date && day(date);
}
