"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { elapsedTime } from "./elapsed-time.ts";

type RelativeTimeProps = { at: string; locale: string; timeZone: string };

/** How long ago within the last week, else the date. The server writes the date, so that the page it sends stays true. */
export function RelativeTime({ at, locale, timeZone }: RelativeTimeProps) {
  const text = useTranslations("ui.time");
  const now = useSyncExternalStore(everyMinute, thisMinute, () => null);
  const date = new Date(at);
  const elapsed = now === null ? null : elapsedTime(date, new Date(now), timeZone);
  return (
    <time dateTime={at} title={write(date, locale, timeZone, "short")}>
      {elapsed ? text(elapsed.unit, { count: elapsed.count }) : write(date, locale, timeZone)}
    </time>
  );
}

function everyMinute(onChange: () => void) {
  const timer = setInterval(onChange, 15_000);
  return () => clearInterval(timer);
}

function thisMinute() {
  return Math.floor(Date.now() / 60_000) * 60_000;
}

function write(date: Date, locale: string, timeZone: string, timeStyle?: "short") {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle, timeZone }).format(date);
}
