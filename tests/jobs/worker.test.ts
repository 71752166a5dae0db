import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { everyCompany, withScope } from "#lib/db.ts";
import { ensureQueues } from "#lib/jobs/queues.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { type SmtpServer, startSmtpServer } from "#tests/mail/smtp-server.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn } from "#tests/support/people.ts";
import { type ServerProcess, workerProcess } from "#tests/support/server-process.ts";

const database = openTestDatabase();
let smtp: SmtpServer;
let worker: ServerProcess;

beforeAll(async () => {
  smtp = await startSmtpServer();
  worker = await workerProcess({ SMTP_URL: smtp.url });
});
afterEach(() => smtp.refuse(null));
afterAll(async () => {
  await worker.stop("SIGKILL");
  await smtp.close();
});

const queue = (to: string) =>
  withScope(everyCompany, (tx) => queueMail(tx, { to, subject: "s", html: "h", text: "t" }));
const sent = (id: string) =>
  database.asOwner("SELECT FROM mails WHERE id = $1 AND sent_at IS NOT NULL", [id]);

test("the worker carries out what was queued before and after its start, and ends when asked", async () => {
  const { account } = await signIn(database, "koji");
  const session = () => database.asOwner("SELECT FROM sessions WHERE id = $1", [account.sessionId]);
  await database.asOwner("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
    account.sessionId,
  ]);
  expect(await session()).toHaveLength(1);
  const before = await queue("before@example.com");
  await worker.start();
  const after = await queue("after@example.com");
  for (const id of [before, after]) await eventually(async () => expect(await sent(id)).toHaveLength(1));
  // Nobody waits for an hour until it is taken away.
  await eventually(async () => expect(await session()).toHaveLength(0));
  expect(await worker.stop()).toBe(0);
  await expect(fetch(`${worker.url}/health`)).rejects.toThrow();
});

test("what a mail server says of an address is not kept with the job; the worker ends with who started it", async () => {
  smtp.refuse("550 no such user refused@example.com here");
  await worker.start();
  await queue("refused@example.com");
  const kept = () =>
    database.asOwner<{ output: string }>(
      "SELECT output::text AS output FROM pgboss.job WHERE name = 'mail' AND output IS NOT NULL",
    );
  await eventually(async () => expect(await kept()).toHaveLength(1));
  const [job] = await kept();
  expect(job?.output).toContain("EENVELOPE");
  expect(job?.output).not.toContain("example.com");
  expect(await worker.leave()).toBe(0);
});

test("queues are made by the owner, again and all at once; the app's role makes and changes none", async () => {
  await Promise.all([ensureQueues(database.ownerUrl), ensureQueues(database.ownerUrl)]);
  for (const sql of [
    "CREATE TABLE pgboss.mine (id int)",
    "ALTER TABLE pgboss.job ADD mine int",
    "DROP TABLE pgboss.schedule",
  ])
    await expect(database.asApp({}, sql)).rejects.toThrow(/permission denied|must be owner/);
});
