import { useTimeZone } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { BrandMarkSource } from "#components/ui/brand-mark.tsx";
import { TimeText } from "#components/ui/date-text.tsx";
import { DayName } from "#components/ui/day-name.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import type { FeedLine } from "#lib/registry/feed.ts";
import { type FeedDay, groupByDay } from "./feed-days.ts";

type Lines = { [Kind in FeedLine["kind"]]: Extract<FeedLine, { kind: Kind }> };
/** What shows the lines of each kind; `time` is when it happened, in words. */
export type FeedViews = {
  [Kind in keyof Lines]: ComponentType<{ company: string; line: Lines[Kind]; time: ReactNode }>;
};

type FeedListProps = { company: string; lines: readonly FeedLine[]; views: FeedViews };

/** Lines under the day on which they happened, the newest first. */
export function FeedList({ company, lines, views }: FeedListProps) {
  const days = groupByDay(lines, useTimeZone() ?? "UTC");
  return (
    <ArrowKeys>
      <BrandMarkSource />
      {days.map((day) => (
        <Day key={day.day} company={company} views={views} {...day} />
      ))}
    </ArrowKeys>
  );
}

type DayProps = FeedDay & { company: string; views: FeedViews };

function Day({ company, day, lines, views }: DayProps) {
  const id = `day-${day}`;
  return (
    <section aria-labelledby={id} className="pb-6">
      <h2 id={id} className="px-4 pb-2 font-mincho text-base font-semibold text-ink-soft">
        <DayName day={day} />
      </h2>
      <List labelledBy={id}>
        {lines.map((line) => (
          <ListItem key={line.id}>
            <FeedItem
              company={company}
              kind={line.kind}
              line={line}
              views={views}
              time={<TimeText at={line.occurredAt} />}
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
