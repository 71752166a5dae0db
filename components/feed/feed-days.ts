import type { FeedLine } from "#lib/registry/feed.ts";

/** `day` is YYYY-MM-DD in the reader's time zone. */
export type FeedDay = { day: string; lines: FeedLine[] };

/** The lines, in their order, by the day on which they happened where the reader is. */
export function groupByDay(lines: readonly FeedLine[], timeZone: string): FeedDay[] {
  const days: FeedDay[] = [];
  for (const line of lines) {
    const day = dayOf(new Date(line.occurredAt), timeZone);
    const latest = days.at(-1);
    if (latest?.day === day) latest.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** How many days before today, where the reader is: 0 for today. */
export function daysAgo(day: string, now: Date, timeZone: string): number {
  return (Date.parse(dayOf(now, timeZone)) - Date.parse(day)) / (24 * 60 * 60 * 1000);
}

function dayOf(time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(time);
}
