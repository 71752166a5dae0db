import Link from "next/link";
import { useNow, useTimeZone } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { dayOf } from "#components/ui/days.ts";
import { List, ListItem } from "#components/ui/list.tsx";

type MailLine = { id: string; to: string; subject: string; createdAt: Date };
type MailLinesProps = { mails: readonly MailLine[] };

export function MailLines({ mails }: MailLinesProps) {
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  return (
    <List>
      {mails.map(({ id, to, subject, createdAt }) => (
        <ListItem key={id}>
          <div className="flex items-baseline justify-between gap-x-6">
            <Link
              href={`/mailbox/${id}`}
              className="palt font-medium after:absolute after:inset-0 hover:underline"
            >
              {subject}
            </Link>
            <span className="shrink-0 text-xs text-ink-soft">
              <DateText at={createdAt.toISOString()} today={today} />
            </span>
          </div>
          <p className="text-sm text-ink-soft">{to}</p>
        </ListItem>
      ))}
    </List>
  );
}
