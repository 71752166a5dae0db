"use client";

import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { List, ListItem } from "#components/ui/list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FeedLine } from "#lib/registry/feed.ts";
import { daysAgo, type FeedDay, groupByDay } from "./feed-days.ts";

type Lines = { [Kind in FeedLine["kind"]]: Extract<FeedLine, { kind: Kind }> };
/** What shows the lines of each kind; `time` is when it happened, in words. */
export type FeedViews = {
  [Kind in keyof Lines]: ComponentType<{ company: string; line: Lines[Kind]; time: ReactNode }>;
};

type FeedListProps = { company: string; lines: readonly FeedLine[]; views: FeedViews };

/** Lines under the day on which they happened, the newest first. */
export function FeedList({ company, lines, views }: FeedListProps) {
  const timeZone = useTimeZone() ?? "UTC";
  return groupByDay(lines, timeZone).map((day) => (
    <Day key={day.day} company={company} views={views} timeZone={timeZone} {...day} />
  ));
}

type DayProps = FeedDay & { company: string; timeZone: string; views: FeedViews };

function Day({ company, timeZone, day, lines, views }: DayProps) {
  const locale = useLocale();
  const heading = useDayHeading();
  const ago = daysAgo(day, useNow(), timeZone);
  return (
    <section className="grid gap-x-8 pb-10 sm:grid-cols-[7rem_1fr]">
      <h2 className="pb-3 text-sm font-medium text-ink-soft sm:sticky sm:top-6 sm:self-start sm:pt-5">
        {heading(day, ago)}
      </h2>
      <List label={heading(day, ago)}>
        {lines.map((line) => (
          <ListItem key={line.id}>
            <FeedItem
              company={company}
              kind={line.kind}
              line={line}
              views={views}
              time={
                <FeedTime at={line.occurredAt} locale={locale} timeZone={timeZone} timeOfDay={ago >= 7} />
              }
            />
          </ListItem>
        ))}
      </List>
    </section>
  );
}

type FeedItemProps<Kind extends keyof Lines> = {
  company: string;
  kind: Kind;
  line: Lines[Kind];
  views: FeedViews;
  time: ReactNode;
};

/** One thing that happened, as its kind is shown. */
function FeedItem<Kind extends keyof Lines>({ company, kind, line, views, time }: FeedItemProps<Kind>) {
  const View: ComponentType<{ company: string; line: Lines[Kind]; time: ReactNode }> = views[kind];
  return <View company={company} line={line} time={time} />;
}

/** 今日, 昨日, 11月20日(金); the year where it is another. */
function useDayHeading() {
  const text = useTranslations("feed");
  const format = useFormatter();
  const thisYear = useNow().getFullYear();
  return (day: string, ago: number) => {
    if (ago === 0) return text("today");
    if (ago === 1) return text("yesterday");
    const date = new Date(day);
    const year = date.getUTCFullYear() === thisYear ? undefined : "numeric";
    return format.dateTime(date, { timeZone: "UTC", year, month: "short", day: "numeric", weekday: "short" });
  };
}

type FeedTimeProps = { at: string; locale: string; timeZone: string; timeOfDay: boolean };

/** When something happened. `timeOfDay`: its day is far enough back that only the hour is worth saying. */
function FeedTime({ at, locale, timeZone, timeOfDay }: FeedTimeProps) {
  const format = useFormatter();
  if (!timeOfDay) return <RelativeTime at={at} locale={locale} timeZone={timeZone} />;
  return <time dateTime={at}>{format.dateTime(new Date(at), { hour: "numeric", minute: "2-digit" })}</time>;
}
