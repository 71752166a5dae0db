import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from "next-intl";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Person } from "#components/person/person.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FeedLine as Line } from "#lib/feed/schema.ts";
import { daysAgo, type FeedDay, groupByDay } from "./feed-days.ts";

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

type FeedLineProps = { company: string; line: Line; locale: string; timeZone: string; timeOfDay: boolean };

/** One thing that happened. `timeOfDay`: its day is far enough back that only the hour is worth saying. */
function FeedLine({ company, line, locale, timeZone, timeOfDay }: FeedLineProps) {
  const text = useTranslations("feed");
  const format = useFormatter();
  const { person, occurredAt } = line;
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <p className="-indent-9 min-w-0 ps-9 whitespace-pre-wrap *:indent-0">
          {text.rich("joined", {
            person: () => (
              <Person size="small" person={person} href={`/c/${company}/people/${person.memberId}`} />
            ),
          })}
        </p>
        <p className="text-xs whitespace-nowrap text-ink-soft tabular-nums">
          {timeOfDay ? (
            <time dateTime={occurredAt}>
              {format.dateTime(new Date(occurredAt), { hour: "numeric", minute: "2-digit" })}
            </time>
          ) : (
            <RelativeTime at={occurredAt} locale={locale} timeZone={timeZone} />
          )}
        </p>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 ps-9 text-sm text-ink-soft">
        {person.headline && <span>{person.headline}</span>}
        <KindMark kind={person.kind} />
      </p>
    </>
  );
}
