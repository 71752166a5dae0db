import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from "next-intl";
import { List, ListItem } from "#components/ui/list.tsx";
import type { FeedLine as Line } from "#lib/feed/schema.ts";
import { daysAgo, type FeedDay, groupByDay } from "./feed-days.ts";
import { FeedLine } from "./feed-line.tsx";

type FeedListProps = { company: string; lines: readonly Line[] };

/** Lines under the day on which they happened, the newest first. */
export function FeedList({ company, lines }: FeedListProps) {
  const timeZone = useTimeZone() ?? "UTC";
  return groupByDay(lines, timeZone).map((day) => (
    <Day key={day.day} company={company} timeZone={timeZone} {...day} />
  ));
}

function Day({ company, timeZone, day, lines }: FeedDay & { company: string; timeZone: string }) {
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
            <FeedLine
              company={company}
              line={line}
              locale={locale}
              timeZone={timeZone}
              timeOfDay={ago >= 7}
            />
          </ListItem>
        ))}
      </List>
    </section>
  );
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
