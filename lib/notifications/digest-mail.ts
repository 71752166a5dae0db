import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { renderMail } from "./layout.ts";
import type { MailDraft } from "./mailer.ts";
import type { MailPart } from "./parts.ts";

/**
 * A conversation in which something is unread, or into which one is asked; with one person, a request and who wrote it, or into a group,
 * an invitation and whose. `lines`: the newest, or none where nothing of them is to be told.
 */
export type DigestThread = {
  title: string;
  href: string;
  direct: boolean;
  asked: boolean;
  unread: number;
  /** `unread` as it is shown. */
  count: string;
  /** Of an invitation: what the group is called, where that is to be told. */
  group: string | null;
  lines: { author: string; text: string; files: number }[];
};

export type Digest = {
  to: string;
  locale: Locale;
  company: string;
  chat: string;
  settings: string;
  /** See MailDraft. */
  unsubscribe: string;
  threads: DigestThread[];
};

const mostThreads = 8;

/** What was left unread in a company's chat, in the account's language. */
export async function digestMail({
  to,
  locale,
  company,
  chat,
  settings,
  unsubscribe,
  threads,
}: Digest): Promise<MailDraft> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.digest" });
  const [first] = threads;
  const alone = threads.length === 1 && (first?.direct || first?.asked) ? first : null;
  const invitation = threads.every(isInvitation);
  const total = threads.reduce((sum, { unread }) => sum + unread, 0);
  const counted = total > 99 ? "99+" : String(total);

  function subject(): string {
    if (!alone) return text("subject", { count: counted });
    if (isInvitation(alone)) return text("subjectInvitation", { name: alone.title });
    if (alone.asked) return text("subjectRequest", { name: alone.title });
    return text("subjectFrom", { name: alone.title, count: counted });
  }

  function threadPart(thread: DigestThread): MailPart {
    const { title, href, direct, asked, count, group, lines } = thread;
    if (isInvitation(thread)) {
      const named = group === null ? [] : [{ author: null, text: group }];
      return { kind: "thread", title, href, about: text("invitation"), lines: named };
    }
    const about = asked ? text("request") : text("unread", { count });
    const said = lines.map(({ author, text: words, files }) => ({
      author: direct ? null : author,
      text: words || text("files", { count: files }),
    }));
    return { kind: "thread", title, href, about, lines: said };
  }

  const others = threads.length - mostThreads;
  const draft = renderMail(messages.mail, {
    to,
    locale,
    subject: subject(),
    title: invitation ? text("titleInvitation") : text("title"),
    parts: [
      {
        kind: "paragraph",
        text: invitation ? text("leadInvitation", { company }) : text("lead", { company }),
      },
      ...threads.slice(0, mostThreads).map(threadPart),
      ...(others > 0 ? [{ kind: "paragraph", text: text("others", { count: others }) } as const] : []),
      { kind: "button", label: text("open"), href: threads.length === 1 && first ? first.href : chat },
      { kind: "note", text: text("why") },
      { kind: "link", label: text("settings"), href: settings },
    ],
  });
  return { ...draft, unsubscribe };
}

function isInvitation({ direct, asked }: DigestThread): boolean {
  return asked && !direct;
}
