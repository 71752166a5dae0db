// What all mail that goes by SMTP has in common.

// The first lets a mail program stop these mails by itself, at one press (RFC 8058).
export const unaskedHeaders = {
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  "Auto-Submitted": "auto-generated",
};

// A server that says nothing is given up before the queue gives the job up (expireInSeconds), and a second worker sends the mail beside us.
export const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
