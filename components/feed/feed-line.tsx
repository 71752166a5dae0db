import { useFormatter, useTranslations } from "next-intl";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Person } from "#components/person/person.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FeedLine as Line } from "#lib/feed/schema.ts";

type FeedLineProps = { company: string; line: Line; locale: string; timeZone: string; timeOfDay: boolean };

/** One thing that happened. `timeOfDay`: its day is far enough back that only the hour is worth saying. */
export function FeedLine({ company, line, locale, timeZone, timeOfDay }: FeedLineProps) {
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
