import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { dayOf, daysBetween } from "./days.ts";

type DateTextProps = {
  /** ISO */
  at: string;
  /** The reader's day, YYYY-MM-DD. */
  today: string;
  /** The time as well, whichever day it was. */
  withTime?: boolean;
};

/**
 * When something was, where no heading says the day: the time for today, yesterday by its name, then the date, with its year where that
 * is another. It says nothing that stops being true within the day, so that what the server writes stays.
 */
export function DateText({ at, today, withTime = false }: DateTextProps) {
  const text = useTranslations("ui.time");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const date = new Date(at);
  const day = dayOf(date, timeZone);
  const ago = daysBetween(day, today);
  const time = format.dateTime(date, clock);
  const name =
    ago === 0 ? text("today") : ago === 1 ? text("yesterday") : format.dateTime(date, dateOf(day, today));
  const words = withTime ? text("dayAndTime", { day: name, time }) : ago === 0 ? time : name;
  return (
    <Time at={at} title={format.dateTime(date, { dateStyle: "full", timeStyle: "short" })}>
      {words}
    </Time>
  );
}

/** The time of something whose day a heading says. */
export function TimeText({ at }: { at: string }) {
  const format = useFormatter();
  return <Time at={at}>{format.dateTime(new Date(at), clock)}</Time>;
}

type DayTextProps = { day: string; today: string };

/** A day, YYYY-MM-DD, as a heading: today, yesterday, 11月20日(金), with its year where that is another. */
export function DayText({ day, today }: DayTextProps) {
  const text = useTranslations("ui.time");
  const format = useFormatter();
  const ago = daysBetween(day, today);
  const date = new Date(day);
  const near = ago === 0 ? text("today") : ago === 1 ? text("yesterday") : null;
  return (
    <Time at={day} title={near ? format.dateTime(date, { dateStyle: "full", timeZone: "UTC" }) : undefined}>
      {near ?? format.dateTime(date, { ...dateOf(day, today), weekday: "short", timeZone: "UTC" })}
    </Time>
  );
}

type TimeProps = { at: string; title?: string; children: string };

function Time({ at, title, children }: TimeProps) {
  return (
    // Browsers differ in the space before AM and PM.
    <time dateTime={at} title={title} suppressHydrationWarning>
      {children}
    </time>
  );
}

const clock = { hour: "numeric", minute: "2-digit" } as const;

/** Of a day that is neither today nor yesterday. */
function dateOf(day: string, today: string) {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return { year, month: "short", day: "numeric" } as const;
}
