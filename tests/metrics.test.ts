import { expect, test } from "vitest";
import { everyCompany, withScope } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { measureBacklog } from "#lib/jobs/backlog.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { gauge, metrics } from "#lib/metrics.ts";
import { withClient } from "#lib/pg-client.ts";
import { eventually } from "#tests/support/eventually.ts";
import { startSmtpServer } from "./mail/smtp-server.ts";
import { openTestDatabase } from "./support/database.ts";
import { memberIdOf, signIn } from "./support/people.ts";
import { findFreePorts, sidecarProcess, workerProcess } from "./support/server-process.ts";
import { runSidecar } from "./support/sidecar.ts";

const database = openTestDatabase();
const base = await findFreePorts(3);
const sidecar = runSidecar(database, { env: { METRICS_PORT: String(base) } });
const told = { realtime: base + 1, worker: base + 2 };

/** The samples of a metric by their labels: `action="thread:sync",outcome="ok"` → 3. */
async function read(port: number, metric: string): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const samples = text.matchAll(new RegExp(`^${metric}(?:\\{(.*)\\})? (\\S+)$`, "gm"));
  return new Map([...samples].map(([, labels = "", value]) => [labels, Number(value)]));
}

test("the sidecar tells its sockets, its commands by name and outcome, and how long sending takes", async () => {
  const { token } = await signIn(database, "sakura");
  const memberId = await memberIdOf(database, "sakura", "aoba");
  const [thread] = await database.asOwner<{ id: string }>(
    "SELECT thread_id AS id FROM chat_participants WHERE member_id = $1 AND state = 'ACTIVE' LIMIT 1",
    [memberId],
  );
  const socket = await sidecar.connect({ token });
  expect(await read(told.realtime, "okaeri_sockets")).toEqual(new Map([["", 1]]));
  const message = { threadId: thread?.id ?? "", clientId: newId(), text: "数える", mentions: [], files: [] };
  expect(await socket.timeout(5000).emitWithAck("message:send", message)).toMatchObject({ ok: true });
  await socket.timeout(5000).emitWithAck("thread:sync", { threadId: newId(), after: 0 });
  const actions = await read(told.realtime, "okaeri_action_duration_seconds_count");
  expect(actions.get('way="socket",action="message:send",outcome="ok"')).toBe(1);
  expect(actions.get('way="socket",action="thread:sync",outcome="not-found"')).toBe(1);
  expect(await read(told.realtime, "okaeri_message_commit_duration_seconds_count")).toEqual(
    new Map([["", 1]]),
  );
  expect(
    (await read(told.realtime, "okaeri_database_wait_seconds_count")).get('pool="single statements"'),
    // The session that was looked up, and the message that was sent.
  ).toBe(2);
  expect(
    (await read(told.realtime, "okaeri_database_connections")).get('pool="transactions",state="waiting"'),
  ).toBe(0);
  expect((await read(told.realtime, "okaeri_statements_total")).get('pool="transactions"')).toBeGreaterThan(
    4,
  );
  socket.disconnect();
  await eventually(async () =>
    expect(await read(told.realtime, "okaeri_sockets")).toEqual(new Map([["", 0]])),
  );
});

test("a statement that takes long is counted, and so is a gap in what is heard", async () => {
  await eventually(async () => {
    const events = await read(told.realtime, "okaeri_sweeps_total");
    expect(events.get('outcome="ok"')).toBeGreaterThan(0);
  });
  await database.asApp(
    {},
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'okaeri sidecar listens'",
  );
  await eventually(async () =>
    expect((await read(told.realtime, "okaeri_event_gaps_total")).get('transport="NOTIFY"')).toBe(1),
  );
  const { token } = await signIn(database, "sakura");
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query("BEGIN; LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE");
    const connecting = sidecar.connect({ token });
    const waits = "SELECT FROM pg_locks WHERE relation = 'sessions'::regclass AND NOT granted";
    await eventually(async () => expect((await holder.query(waits)).rowCount).toBeGreaterThan(0));
    await holder.query("SELECT pg_sleep(0.6); COMMIT");
    await connecting;
  });
  const slow = await read(told.realtime, "okaeri_slow_statements_total");
  expect(slow.get('pool="single statements"')).toBeGreaterThan(0);
});

test("the worker tells how much waits and for how long, and what became of mails", async () => {
  const smtp = await startSmtpServer();
  const queue = (to: string) =>
    withScope(everyCompany, (tx) => queueMail(tx, { to, subject: "s", html: "h", text: "t" }));
  smtp.refuse("451 later");
  await queue("refused@example.com");
  await database.asOwner(
    "UPDATE pgboss.job SET start_after = now() - interval '100 seconds' WHERE name = 'mail'",
  );
  const worker = await workerProcess({ SMTP_URL: smtp.url, METRICS_PORT: String(base) });
  await worker.start();
  const mails = () => read(told.worker, "okaeri_mails_total");
  await eventually(async () => expect((await mails()).get('outcome="failed"')).toBe(1));
  smtp.refuse(null);
  await queue("taken@example.com");
  await eventually(async () => expect((await mails()).get('outcome="sent"')).toBe(1));
  await database.asOwner("UPDATE pgboss.job SET state = 'failed' WHERE name = 'mail' AND state = 'retry'");
  const jobs = await read(told.worker, "okaeri_queue_jobs");
  expect(jobs.get('queue="mail",state="failed"')).toBe(1);
  expect(jobs.get('queue="mail",state="waiting"')).toBe(0);
  expect((await read(told.worker, "okaeri_queue_oldest_seconds")).has('queue="purge"')).toBe(true);
  expect((await read(told.worker, "okaeri_rounds_total")).get('round="purge",outcome="ok"')).toBeGreaterThan(
    0,
  );
  await worker.stop();
  await smtp.close();
});

test("what cannot be asked is left out and counted; all else is told, and the queues are asked once for both", async () => {
  const { registry, statements, swallowedErrors } = metrics();
  gauge("okaeri_sockets", "Of a database that is away", [], () => Promise.reject(new Error("away")));
  measureBacklog();
  const asked = async () =>
    (await statements.get()).values.find(({ labels }) => labels.pool === "single statements")?.value ?? 0;
  const before = await asked();
  const text = await registry.metrics();
  expect(text).toContain('okaeri_queue_jobs{queue="mail",state="waiting"}');
  expect(text).toContain('okaeri_queue_oldest_seconds{queue="mail"}');
  expect(await asked()).toBe(before + 1);
  expect(text).not.toMatch(/^okaeri_sockets /m);
  expect((await swallowedErrors.get()).values).toContainEqual({
    labels: { part: "reading a gauge" },
    value: 1,
  });
});

test("nothing in the metrics names anybody, and there is nothing else on their port", async () => {
  const text = await (await fetch(`http://127.0.0.1:${told.realtime}/metrics`)).text();
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|aoba|@/);
  expect((await fetch(`http://127.0.0.1:${told.realtime}/`)).status).toBe(404);
});

test("without the setting there are none, and one that cannot be had stops the start by its name", async () => {
  const settings = { EMBEDDED_DATABASE_URL: database.ownerUrl };
  const taken = await sidecarProcess({ ...settings, METRICS_PORT: String(base) });
  await expect(taken.start()).rejects.toThrow(/METRICS_PORT: port \d+ of 127\.0\.0\.1.*EADDRINUSE/);
  const silent = await sidecarProcess(settings);
  await silent.start();
  await expect(fetch(`${silent.url}/metrics`).then(({ status }) => status)).resolves.toBe(404);
  await silent.stop();
});
