import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/auth/schema.ts";
import { env } from "#lib/env.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { Ground } from "#lib/leavers/schema.ts";
import { renderMail } from "#lib/mail/layout.ts";
import type { MailDraft } from "#lib/mail/mailer.ts";
import type { MailPart } from "#lib/mail/parts.ts";
import { displayName, isJapaneseName } from "#lib/people/names.ts";
import type { InvitationWords, Sender } from "./schema.ts";
import { fillPlaceholders } from "./words.ts";

/** Somebody's invitation, as its mail tells it. Days as YYYY-MM-DD. */
export type InvitationContent = {
  to: string;
  locale: Locale;
  company: { name: string; hue: number };
  person: {
    familyName: string;
    givenName: string;
    joinedOn: string;
    leftOn: string;
    department: string | null;
  };
  ground: { kind: Ground; on: string | null; document: string | null };
  sender: Sender;
  /** What the company wrote; null for what we write. */
  words: InvitationWords | null;
  /** The token of its link, and the code beside it. */
  token: string;
  code: string;
  reminder: boolean;
  expiresAt: Date;
};

/**
 * The mail of an invitation: what the company says, the link with its code, and what the law wants in such a mail: who sends it, where they are, whom
 * to ask, why one gets it, and how to get no more.
 */
export async function invitationMail(content: InvitationContent): Promise<MailDraft> {
  const { to, locale, company, person, sender, token } = content;
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.invitation" });
  const words = content.words ?? (await standardWords(locale));
  const filled = (written: string) => fillPlaceholders(written, valuesOf(content));
  const link = `${env().appUrl}/i/${token}`;
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Asia/Tokyo" });
  // Of somebody of whom it says something that is not known there is nothing left of it.
  const subject = filled(words.subject) || filled((await standardWords(locale)).subject);
  const years = { joined: person.joinedOn.slice(0, 4), left: person.leftOn.slice(0, 4) };
  const note = (said: string): MailPart => ({ kind: "note", text: said });
  const draft = renderMail(messages.mail, {
    to,
    locale,
    company,
    subject: content.reminder ? text("reminderSubject", { subject }) : subject,
    title: text("title", { company: company.name }),
    parts: [
      ...filled(words.body)
        .split(/\n{2,}/)
        .map((paragraph): MailPart => ({ kind: "paragraph", text: paragraph })),
      { kind: "button", label: text("button"), href: link },
      { kind: "paragraph", text: text("code") },
      { kind: "code", code: content.code },
      { kind: "paragraph", text: text("until", { date: until.format(content.expiresAt) }) },
      note(text("why", { company: company.name, ...years, ground: groundWords(text, content) })),
      note(text("sender", sender)),
      { kind: "link", label: text("refuse"), href: `${link}/refuse` },
    ],
  });
  return { ...draft, unsubscribe: `${env().appUrl}/api/i/${token}/refuse` };
}

/** What we write where a company has written nothing of its own, with its placeholders. */
export async function standardWords(locale: Locale): Promise<InvitationWords> {
  const { subject, body } = (await loadMessages(locale)).mail.invitation.standard;
  return { subject, body };
}

function valuesOf({ company, person, locale }: InvitationContent) {
  const japanese = isJapaneseName(person);
  const name = displayName(person);
  return {
    name: locale === "ja" && japanese ? `${name} 様` : name,
    familyName: person.familyName,
    company: company.name,
    joinedYear: person.joinedOn.slice(0, 4),
    leftYear: person.leftOn.slice(0, 4),
    department: person.department ?? "",
  };
}

type Translator = ReturnType<
  typeof createTranslator<Awaited<ReturnType<typeof loadMessages>>, "mail.invitation">
>;

function groundWords(text: Translator, { locale, ground }: InvitationContent): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return text(`ground.${ground.kind}`, { date: ground.on ? day.format(new Date(ground.on)) : "none" });
}
