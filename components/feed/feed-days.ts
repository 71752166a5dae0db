import { dayOf } from "#components/ui/days.ts";
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
