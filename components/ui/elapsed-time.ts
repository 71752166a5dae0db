type ElapsedTime = { unit: "now" | "minutes" | "hours" | "days"; count: number };

const minute = 60_000;

/**
 * How long ago `at` was, as people say it: minutes and hours of the same day or the last hours, then calendar days in `timeZone`.
 * Null when a date says it better: a week or more ago, or not yet.
 */
export function elapsedTime(at: Date, now: Date, timeZone: string): ElapsedTime | null {
  const passed = now.getTime() - at.getTime();
  if (passed < -minute) return null;
  if (passed < minute) return { unit: "now", count: 0 };
  if (passed < 60 * minute) return { unit: "minutes", count: Math.floor(passed / minute) };
  const days = daysBetween(at, now, timeZone);
  if (days === 0) return { unit: "hours", count: Math.floor(passed / (60 * minute)) };
  return days < 7 ? { unit: "days", count: days } : null;
}

/** How many calendar days of `timeZone` later `to` is than `from`. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  return dayNumber(to, timeZone) - dayNumber(from, timeZone);
}

function dayNumber(at: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return Date.parse(day.format(at)) / (24 * 60 * minute);
}
