import "server-only";
import { createTransport } from "nodemailer";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { metrics } from "#lib/metrics.ts";
import type { MailDraft } from "./mailer.ts";
import { timeouts, unaskedHeaders } from "./smtp.ts";

/** What came of a mail that is sent once. LATER: the server had not begun to take it. UNSURE: it had, and its answer never came. */
export type Outcome = { outcome: "SENT" | "BOUNCED" | "LATER" | "UNSURE"; answer: string | null };

/** `from`: where bounces go; the sender's own address without it. `id` becomes the Message-ID. */
type Sending = { id: string; from: string | null };

const maxAnswerLength = 300;

/**
 * Sends a mail now, past the queue that would try again until it knows: for mails of which nobody should get two. Says what came of it and never throws
 * for what the server did. Without SMTP it is kept, for /mailbox.
 */
export async function sendOnce(draft: MailDraft, { id, from }: Sending): Promise<Outcome> {
  const { smtpUrl: url, mailFrom, appUrl } = env();
  if (!url) return keep(draft);
  const { to, subject, html, text, unsubscribe } = draft;
  let begun = false;
  // Its log of the talk tells when the server is given the message: errors don't.
  const logger = listening((said) => {
    if (said === "DATA") begun = true;
  });
  const smtp = createTransport(
    { url, ...timeouts, logger, transactionLog: true },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  try {
    await smtp.sendMail({
      from: mailFrom,
      to: { name: "", address: to },
      subject,
      html,
      text,
      messageId: `<${id}@${new URL(appUrl).hostname}>`,
      ...(from && { envelope: { from, to } }),
      ...(unsubscribe && { list: { unsubscribe }, headers: unaskedHeaders }),
    });
    metrics().mails.inc({ outcome: "sent" });
    return { outcome: "SENT", answer: null };
  } catch (error) {
    metrics().mails.inc({ outcome: "failed" });
    return outcomeOf(error, begun);
  } finally {
    smtp.close();
  }
}

/** What the server answered counts; where it answered nothing, how far it had come. */
function outcomeOf(error: unknown, begun: boolean): Outcome {
  if (!(error instanceof Error)) throw error;
  const code = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : 0;
  const said = "response" in error && typeof error.response === "string" ? error.response : error.message;
  const answer = said.slice(0, maxAnswerLength);
  // Who may not send here is the installation's fault, and no word about the address.
  const refused = "command" in error && /^(RCPT TO|DATA)/.test(String(error.command));
  if (code >= 500 && refused) return { outcome: "BOUNCED", answer };
  if (code >= 400) return { outcome: "LATER", answer };
  return { outcome: begun ? "UNSURE" : "LATER", answer };
}

async function keep(draft: MailDraft): Promise<Outcome> {
  await withScope({ process: "every-company" }, (tx) =>
    tx.mail.createMany({ data: [{ ...draft, id: newId(), sentAt: new Date() }] }),
  );
  return { outcome: "SENT", answer: null };
}

/** A logger of nodemailer's that hears what we say to the server, and writes nothing. */
function listening(hear: (said: string) => void) {
  const none = () => {};
  const debug = (entry: unknown, said: unknown) => {
    if (typeof entry === "object" && entry && "tnx" in entry && entry.tnx === "client") hear(String(said));
  };
  return { level: none, trace: none, debug, info: none, warn: none, error: none, fatal: none };
}
