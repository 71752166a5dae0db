import Link from "next/link";
import { List, ListItem } from "#components/ui/list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

type MailLine = { id: string; to: string; subject: string; createdAt: Date };
type MailLinesProps = { mails: readonly MailLine[]; locale: string; timeZone: string };

export function MailLines({ mails, locale, timeZone }: MailLinesProps) {
  return (
    <List>
      {mails.map(({ id, to, subject, createdAt }) => (
        <ListItem key={id}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <Link
              href={`/mailbox/${id}`}
              className="palt font-medium after:absolute after:inset-0 hover:underline"
            >
              {subject}
            </Link>
            <span className="text-xs text-ink-soft">
              <RelativeTime at={createdAt.toISOString()} locale={locale} timeZone={timeZone} />
            </span>
          </div>
          <p className="text-sm text-ink-soft">{to}</p>
        </ListItem>
      ))}
    </List>
  );
}
