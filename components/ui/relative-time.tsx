"use client";

import { useTranslations } from "next-intl";
import { elapsedTime } from "./elapsed-time.ts";
import { useNow } from "./use-now.ts";

type RelativeTimeProps = { at: string; locale: string; timeZone: string };

/** How long ago within the last week, else the date. The server writes the date, so that the page it sends stays true. */
export function RelativeTime({ at, locale, timeZone }: RelativeTimeProps) {
  const text = useTranslations("ui.time");
  const now = useNow();
  const date = new Date(at);
  const elapsed = now === null ? null : elapsedTime(date, new Date(now), timeZone);
  return (
    <time dateTime={at} title={write(date, locale, timeZone, "short")}>
      {elapsed ? text(elapsed.unit, { count: elapsed.count }) : write(date, locale, timeZone)}
    </time>
  );
}

function write(date: Date, locale: string, timeZone: string, timeStyle?: "short") {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle, timeZone }).format(date);
}
