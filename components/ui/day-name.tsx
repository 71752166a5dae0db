"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { daysBetween } from "./elapsed-time.ts";
import { useNow } from "./use-now.ts";

/** The day of the reader's zone that a moment was in: today and yesterday by these names. `day`: YYYY-MM-DD. */
export function DayName({ at, day }: { at: string; day: string }) {
  const text = useTranslations("ui.time");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();
  const date = new Date(at);
  const full = format.dateTime(date, { dateStyle: "full" });
  const days = now === null ? null : daysBetween(date, new Date(now), timeZone);
  const near = days === 0 ? text("today") : days === 1 ? text("yesterday") : null;
  return (
    <time dateTime={day} title={near ? full : undefined}>
      {near ?? full}
    </time>
  );
}
