import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/auth/schema.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { renderMail } from "./layout.ts";
import type { MailDraft } from "./mailer.ts";

type SignInMail = { to: string; locale: Locale; link: string; code: string };

/** The link and the code that sign an account in, in the account's language. */
export async function signInMail({ to, locale, link, code }: SignInMail): Promise<MailDraft> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.signIn" });
  return renderMail(messages.mail, {
    to,
    locale,
    subject: text("subject"),
    title: text("title"),
    parts: [
      { kind: "paragraph", text: text("lead") },
      { kind: "button", label: text("button"), href: link },
      { kind: "paragraph", text: text("code") },
      { kind: "code", code },
      { kind: "paragraph", text: text("expiry") },
      { kind: "note", text: text("unasked") },
    ],
  });
}

type DeletionMail = Omit<SignInMail, "link">;

/** The code by which an account is deleted, in the account's language. */
export async function deletionMail({ to, locale, code }: DeletionMail): Promise<MailDraft> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.deletion" });
  return renderMail(messages.mail, {
    to,
    locale,
    subject: text("subject"),
    title: text("title"),
    parts: [
      { kind: "paragraph", text: text("lead") },
      { kind: "code", code },
      { kind: "paragraph", text: text("expiry") },
      { kind: "note", text: text("unasked") },
    ],
  });
}

type UnknownMail = { to: string; locale: Locale; front: string };

/** What an address without an account is told, so that only the mailbox's owner learns it. `front` leads to another try. */
export async function unknownAddressMail({ to, locale, front }: UnknownMail): Promise<MailDraft> {
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "mail.unknown" });
  return renderMail(messages.mail, {
    to,
    locale,
    subject: text("subject"),
    title: text("title"),
    parts: [
      { kind: "paragraph", text: text("lead", { email: to }) },
      { kind: "paragraph", text: text("other") },
      { kind: "button", label: text("button"), href: front },
      { kind: "paragraph", text: text("invitation") },
      { kind: "note", text: text("unasked") },
    ],
  });
}
