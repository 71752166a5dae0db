import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import {
  newLineSchema,
  shortenText,
  threadPath,
  threadTitle,
  unreadLabel,
  unreadThreadSchema,
} from "#lib/chat/notification-texts.ts";
import { env } from "#lib/env.ts";
import { companyHref } from "#lib/hrefs.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { MailPart, ThreadLine } from "#lib/mail/parts.ts";
import { localeOf, type MailSection, type Notification } from "#lib/notifications/schema.ts";

const maxThreads = 8;
const maxCharacters = 140;

/** A thread with unread lines as mails show it: with its newest lines. */
export const mailedThreadSchema = unreadThreadSchema.extend({ lines: z.array(newLineSchema).min(1) });
type MailedThread = z.infer<typeof mailedThreadSchema>;
type Told = { notification: Notification; thread: MailedThread };

/** What was left unread in a company's chat, in the account's language. Throws ZodError for an account without one. */
export async function sectionOf(told: [Told, ...Told[]]): Promise<MailSection> {
  const [first] = told;
  const { slug, company } = first.notification;
  const locale = localeOf(first.notification);
  const text = createTranslator({ locale, messages: await loadMessages(locale), namespace: "mail.digest" });
  const alone = told.length === 1 && (first.thread.direct || first.thread.asked);
  const invitation = told.every(({ thread }) => isInvitation(thread));
  const count = unreadLabel(told.reduce((sum, { thread }) => sum + thread.unread, 0));

  function subject(): string {
    // Of who has left there is no name.
    if (!alone || !first.thread.lines.at(-1)?.author) return text("subject", { count });
    const name = titleOf(first.thread);
    if (isInvitation(first.thread)) return text("subjectInvitation", { name });
    return first.thread.asked ? text("subjectRequest", { name }) : text("subjectFrom", { name, count });
  }

  function titleOf(thread: MailedThread): string {
    const newest = authorOf(thread.lines.at(-1));
    return isInvitation(thread) ? newest : threadTitle(thread, newest, locale);
  }

  function threadPart({ notification, thread }: Told): MailPart {
    const part = { kind: "thread", title: titleOf(thread), href: hrefOf(notification) } as const;
    if (isInvitation(thread)) {
      const named = thread.name === null ? [] : [{ author: null, text: thread.name }];
      return { ...part, about: text("invitation"), lines: named };
    }
    const about = thread.asked ? text("request") : text("unread", { count: unreadLabel(thread.unread) });
    return { ...part, about, lines: thread.lines.flatMap((line) => linePart(line, thread.direct)) };
  }

  function authorOf(line: MailedThread["lines"][number] | undefined): string {
    return line?.author ?? text("former");
  }

  function linePart(line: MailedThread["lines"][number], direct: boolean): ThreadLine[] {
    const { words, files } = line;
    if (words === null) return [];
    const said = shortenText(words, maxCharacters) || text("files", { count: files });
    return [{ author: direct ? null : authorOf(line), text: said }];
  }

  const others = told.length - maxThreads;
  return {
    subject: subject(),
    title: invitation ? text("titleInvitation") : text("title"),
    lead: invitation ? text("leadInvitation", { company }) : text("lead", { company }),
    parts: [
      ...told.slice(0, maxThreads).map(threadPart),
      ...(others > 0 ? [{ kind: "paragraph", text: text("others", { count: others }) } as const] : []),
    ],
    button: {
      label: text("open"),
      href: told.length === 1 ? hrefOf(first.notification) : env().appUrl + companyHref(slug, "chat"),
    },
  };
}

function isInvitation({ direct, asked }: MailedThread): boolean {
  return asked && !direct;
}

function hrefOf(notification: Notification): string {
  return env().appUrl + threadPath(notification);
}
