import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { renderMail } from "#lib/mail/layout.ts";
import type { MailDraft } from "#lib/mail/mailer.ts";
import type { MailSection } from "#lib/notifications/schema.ts";

/** `unsubscribe`: see MailDraft. */
type Frame = {
  to: string;
  locale: Locale;
  company: { name: string; hue: number };
  settings: string;
  unsubscribe: string;
};

/** What a member left unseen in a company, one section after another, in the account's language. */
export async function digestMail(
  { to, locale, company, settings, unsubscribe }: Frame,
  sections: MailSection[],
): Promise<MailDraft> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.digest" });
  const draft = renderMail(messages.mail, {
    to,
    locale,
    company,
    subject: sections[0]?.subject ?? "",
    title: sections[0]?.title ?? "",
    parts: [
      ...sections.flatMap(({ lead, parts, button }) => [
        { kind: "paragraph" as const, text: lead },
        ...parts,
        { kind: "button" as const, ...button },
      ]),
      { kind: "note", text: text("why") },
      { kind: "link", label: text("settings"), href: settings },
    ],
  });
  return { ...draft, unsubscribe };
}
