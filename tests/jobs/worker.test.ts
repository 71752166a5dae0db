import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";
import { everyCompany, withScope } from "#lib/db.ts";
import { ensureQueues } from "#lib/jobs/queues.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";

const database = openTestDatabase();
const port = 20_000 + Math.floor(Math.random() * 20_000);
const health = () =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    ({ status }) => status,
    () => null,
  );
let worker: ChildProcess | undefined;

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["--conditions=react-server", "lib/jobs/worker.ts"], {
    env: { ...process.env, WORKER_PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  worker = child;
  return child;
}
const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", (code) => resolve(code)));

afterEach(() => worker?.kill("SIGKILL"));

test("the worker carries out what was queued before and after its start, and ends when asked", async () => {
  const queue = (to: string) =>
    withScope(everyCompany, (tx) => queueMail(tx, { to, subject: "s", html: "h", text: "t" }));
  const sent = (id: string) =>
    database.asOwner("SELECT FROM mails WHERE id = $1 AND sent_at IS NOT NULL", [id]);
  const before = await queue("before@example.com");
  const child = startWorker();
  await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: 10_000, interval: 100 });
  const after = await queue("after@example.com");
  for (const id of [before, after])
    await vi.waitFor(async () => expect(await sent(id)).toHaveLength(1), { timeout: 8_000, interval: 50 });
  child.kill("SIGTERM");
  expect(await ended(child)).toBe(0);
  expect(await health()).toBeNull();
});

test("a session that has run out is taken away by the worker, without waiting for the hour", async () => {
  const { account } = await signIn(database, "koji");
  const session = () => database.asOwner("SELECT FROM sessions WHERE id = $1", [account.sessionId]);
  await database.asOwner("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
    account.sessionId,
  ]);
  expect(await session()).toHaveLength(1);
  startWorker();
  await vi.waitFor(async () => expect(await session()).toHaveLength(0), { timeout: 10_000, interval: 100 });
});

test("the worker ends with the process that started it", async () => {
  const child = startWorker();
  await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: 10_000, interval: 100 });
  child.disconnect();
  expect(await ended(child)).toBe(0);
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
