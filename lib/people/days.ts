/** A date of the database as a day, YYYY-MM-DD. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
