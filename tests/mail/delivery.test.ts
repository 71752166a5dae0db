import { Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { everyCompany, withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { queues } from "#lib/jobs/queues.ts";
import { deliverMail } from "#lib/mail/delivery.ts";
import { listKeptMails } from "#lib/mail/mailbox.ts";
import { type MailDraft, queueMail } from "#lib/mail/mailer.ts";
import { signInMail } from "#lib/mail/sign-in-mails.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { decodeParts, type SmtpServer, startSmtpServer } from "./smtp-server.ts";

const database = openTestDatabase();
const draft = { to: "a@example.com", subject: "件名", html: "<p>本文</p>", text: "本文" };
const queue = (mail: MailDraft = draft) => withScope(everyCompany, (tx) => queueMail(tx, mail));
let smtp: SmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  Object.assign(process.env, { SMTP_URL: smtp.url, MAIL_FROM: "おかえり <okaeri@example.com>" });
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.refuse(null);
});
afterAll(() => smtp.close());

test("a mail goes out whole, once, and what is kept of it is blank", async () => {
  const id = await queue(
    await signInMail({
      to: "a@example.com",
      locale: "ja",
      link: "https://okaeri.example.com/x",
      code: "012345",
    }),
  );
  await deliverMail(id);
  await deliverMail(id);
  expect(smtp.received).toHaveLength(1);
  const [mail] = smtp.received;
  expect(mail?.to).toEqual(["<a@example.com>"]);
  expect(mail?.from).toContain("<okaeri@example.com>");
  expect(mail?.message).toContain(`Message-ID: <${id}@localhost>`);
  expect(mail?.message).toMatch(/multipart\/alternative/);
  expect(decodeParts(mail?.message ?? "")).toEqual([
    expect.stringContaining("012345"),
    expect.stringContaining('href="https://okaeri.example.com/x"'),
  ]);
  const [row] = await database.asOwner<{ html: string; text: string; sent_at: Date | null }>(
    "SELECT html, text, sent_at FROM mails WHERE id = $1",
    [id],
  );
  expect(row).toEqual({ html: "", text: "", sent_at: expect.any(Date) });
});

test("a mail that the server will not take now stays whole for the next try", async () => {
  const id = await queue();
  smtp.refuse("451 try again later");
  await expect(deliverMail(id)).rejects.toThrow("451");
  const [row] = await database.asOwner("SELECT html, sent_at FROM mails WHERE id = $1", [id]);
  expect(row).toEqual({ html: draft.html, sent_at: null });
  smtp.refuse(null);
  await deliverMail(id);
  expect(smtp.received).toHaveLength(1);
});

test("a mail server that falls silent is given up before the queue gives up the job", async () => {
  const id = await queue();
  smtp.refuse("");
  const { setTimeout: wait } = Socket.prototype;
  const waits: number[] = [];
  // A minute is half a second here.
  const shorter = vi.spyOn(Socket.prototype, "setTimeout").mockImplementation(function (
    this: Socket,
    ms,
    ...rest
  ) {
    if (ms >= 10_000) waits.push(ms);
    return wait.call(this, ms >= 10_000 ? ms / 120 : ms, ...rest);
  });
  try {
    await expect(deliverMail(id)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  } finally {
    shorter.mockRestore();
  }
  expect(Math.max(...waits)).toBeLessThan(queues.mail.expireInSeconds * 1_000);
});

test("a subject is one line, and adds no header", async () => {
  await deliverMail(await queue({ ...draft, subject: "Hello\r\nBcc: b@example.com\u2028X-Evil: 1" }));
  const [head = ""] = smtp.received[0]?.message.split("\r\n\r\n") ?? [];
  expect(head).not.toMatch(/^(Bcc|X-Evil):/m);
  expect(smtp.received[0]?.to).toEqual(["<a@example.com>"]);
});

test.each([
  "a@example.com\r\nBcc: b@example.com",
  "a@example.com, b@example.com",
  '"b@evil.example"@example.com',
  "A <a@example.com>",
  "a@example.com> SIZE=1",
  "ａ＠example.com",
])("%j is nobody's address", async (to) => {
  await expect(queue({ ...draft, to })).rejects.toThrow();
  const mails = await database.asOwner(`SELECT FROM mails WHERE "to" = $1`, [to]);
  expect(mails).toEqual([]);
});

test("a mail that can be turned off says where, so that a mail program can do it by itself", async () => {
  const unsubscribe = "https://okaeri.example.com/api/c/aoba/stop-mails/a-key";
  const id = await queue({ ...draft, unsubscribe });
  await deliverMail(id);
  await deliverMail(await queue());
  const heads = smtp.received.map(({ message }) => message.split("\r\n\r\n")[0]);
  // Folded where a line would be too long.
  expect(heads[0]?.replace(/\r\n\s+/g, " ")).toMatch(
    /^List-Unsubscribe: <https:\/\/okaeri\.example\.com\/api\/c\/aoba\/stop-mails\/a-key>\r?$/m,
  );
  expect(heads[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(heads[1]).not.toContain("List-Unsubscribe");
  const [row] = await database.asOwner("SELECT unsubscribe FROM mails WHERE id = $1", [id]);
  expect(row).toEqual({ unsubscribe: null });
});

test("a mail whose transaction fails is never sent", async () => {
  const failing = withScope(everyCompany, async (tx) => {
    await queueMail(tx, { ...draft, to: "never@example.com" });
    throw new NotFound();
  });
  await expect(failing).rejects.toThrow(NotFound);
  expect(await database.asOwner(`SELECT FROM mails WHERE "to" = 'never@example.com'`)).toEqual([]);
  const [jobs] = await database.asOwner(
    "SELECT count(*)::int AS dangling FROM pgboss.job WHERE name = 'mail' AND data->>'mailId' NOT IN (SELECT id::text FROM mails)",
  );
  expect(jobs).toEqual({ dangling: 0 });
});

test("with a mail server there is no mailbox", async () => {
  await expect(listKeptMails()).rejects.toThrow(NotFound);
});
