import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import {
  callCount,
  calledLineSchema,
  callSchema,
  callTitle,
  callWords,
  threadPath,
} from "#lib/chat/calls.ts";
import { env } from "#lib/env.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { MailPart, ThreadLine } from "#lib/mail/parts.ts";
import { localeOf, type MailSection, type Notification } from "#lib/notifications/schema.ts";

const maxThreads = 8;
const maxCharacters = 140;

/** A conversation in which something calls a member, as mails tell it: with its newest lines. */
export const mailedCallSchema = callSchema.extend({ lines: z.array(calledLineSchema).min(1) });
type MailedCall = z.infer<typeof mailedCallSchema>;
type Told = { notification: Notification; call: MailedCall };

/** What was left unread in a company's chat, in the account's language. Throws ZodError for an account without one. */
export async function sectionOf(told: [Told, ...Told[]]): Promise<MailSection> {
  const [first] = told;
  const { slug, company } = first.notification;
  const locale = localeOf(first.notification);
  const text = createTranslator({ locale, messages: await loadMessages(locale), namespace: "mail.digest" });
  const alone = told.length === 1 && (first.call.direct || first.call.asked);
  const invitation = told.every(({ call }) => isInvitation(call));
  const count = callCount(told.reduce((sum, { call }) => sum + call.unread, 0));

  function subject(): string {
    if (!alone) return text("subject", { count });
    const name = titleOf(first.call);
    if (isInvitation(first.call)) return text("subjectInvitation", { name });
    return first.call.asked ? text("subjectRequest", { name }) : text("subjectFrom", { name, count });
  }

  function titleOf(call: MailedCall): string {
    const newest = call.lines.at(-1)?.author ?? "";
    return isInvitation(call) ? newest : callTitle(call, newest, locale);
  }

  function threadPart({ notification, call }: Told): MailPart {
    const thread = { kind: "thread", title: titleOf(call), href: hrefOf(notification) } as const;
    if (isInvitation(call)) {
      const named = call.name === null ? [] : [{ author: null, text: call.name }];
      return { ...thread, about: text("invitation"), lines: named };
    }
    const about = call.asked ? text("request") : text("unread", { count: callCount(call.unread) });
    return { ...thread, about, lines: call.lines.flatMap((line) => linePart(line, call.direct)) };
  }

  function linePart({ author, words, files }: MailedCall["lines"][number], direct: boolean): ThreadLine[] {
    if (words === null) return [];
    const said = callWords(words, maxCharacters) || text("files", { count: files });
    return [{ author: direct ? null : author, text: said }];
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
      href: told.length === 1 ? hrefOf(first.notification) : `${env().appUrl}/c/${slug}/chat`,
    },
  };
}

function isInvitation({ direct, asked }: MailedCall): boolean {
  return asked && !direct;
}

function hrefOf(notification: Notification): string {
  return env().appUrl + threadPath(notification);
}
