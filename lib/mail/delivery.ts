import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { metrics } from "#lib/metrics.ts";
import { timeouts, unaskedHeaders } from "./smtp.ts";

export const mailJob = z.object({ mailId: z.uuid() });

/**
 * Sends a queued mail by SMTP and blanks what is kept of it, since it may carry a key; without SMTP it stays, for /mailbox.
 * One that is sent or gone is left alone. Throws what the mail server says, so that the job is tried again.
 */
export async function deliverMail(mailId: string): Promise<void> {
  const mail = await withScope({ mailId }, (tx) =>
    tx.mail.findFirst({ where: { id: mailId, sentAt: null } }),
  );
  if (!mail) return;
  const smtp = smtpTransport();
  if (smtp) {
    const { to, subject, html, text, unsubscribe } = mail;
    // The same id at each try, so that a mail program shows a mail that was sent twice once.
    const messageId = `<${mailId}@${new URL(env().appUrl).hostname}>`;
    const sending = smtp.sendMail({
      from: env().mailFrom,
      to: { name: "", address: to },
      subject,
      html,
      text,
      messageId,
      ...(unsubscribe && { list: { unsubscribe }, headers: unaskedHeaders }),
    });
    await sending.then(
      () => metrics().mails.inc({ outcome: "sent" }),
      (error) => {
        metrics().mails.inc({ outcome: "failed" });
        throw error;
      },
    );
  }
  const data = { sentAt: new Date(), ...(smtp && { html: "", text: "", unsubscribe: null }) };
  await withScope({ mailId }, (tx) => tx.mail.updateMany({ where: { id: mailId }, data }));
}

let transport: Transporter | undefined;

function smtpTransport(): Transporter | null {
  const url = env().smtpUrl;
  if (!url) return null;
  transport ??= createTransport({ url, ...timeouts }, { disableFileAccess: true, disableUrlAccess: true });
  return transport;
}
