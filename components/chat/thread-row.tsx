import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Name } from "#components/person/name.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Count } from "#components/ui/count.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ThreadCard } from "#lib/chat/schema.ts";

type ThreadRowProps = { href: string; thread: ThreadCard; own: boolean; current: boolean };

export function ThreadRow({ href, thread: { person, last, unread }, own, current }: ThreadRowProps) {
  const text = useTranslations("chat");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className="relative flex items-center gap-3.5 px-5 py-3.5 transition-colors before:absolute before:inset-y-3 before:left-0 before:w-0.5 hover:bg-sunken focus-visible:-outline-offset-2 aria-[current]:bg-sunken aria-[current]:before:bg-accent md:px-6"
      >
        <Monogram text={person.monogram} name={person.displayName} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-3">
            <Name className={classNames("truncate", unread > 0 ? "font-semibold" : "font-medium")}>
              {person.displayName}
            </Name>
            {last && (
              <span className="shrink-0 text-2xs text-ink-soft">
                <RelativeTime at={last.sentAt} locale={locale} timeZone={timeZone} />
              </span>
            )}
          </span>
          <span className="flex items-center justify-between gap-3">
            <span className={classNames("truncate text-sm", unread > 0 ? "text-ink" : "text-ink-soft")}>
              {last && (own ? text("threads.own", { text: last.text }) : last.text)}
            </span>
            <Count value={unread} label={text("unread", { count: unread })} />
          </span>
        </span>
      </Link>
    </li>
  );
}
