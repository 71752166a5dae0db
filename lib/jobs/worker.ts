import { createServer } from "node:http";
import { disconnect } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { errorFields } from "#lib/error-fields.ts";
import { InvariantError } from "#lib/errors.ts";
import { purgeFiles } from "#lib/files/purge.ts";
import { answerHealth } from "#lib/health.ts";
import { invitationRound, sendDueInvitations } from "#lib/invitations/sending.ts";
import { measureBacklog } from "#lib/jobs/backlog.ts";
import { newBoss } from "#lib/jobs/boss.ts";
import { stopAddingJobs } from "#lib/jobs/jobs.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import type { QueueName } from "#lib/jobs/queues.ts";
import { startRound } from "#lib/jobs/rounds.ts";
import { expireLeavers } from "#lib/leavers/expiry.ts";
import { importLeavers } from "#lib/leavers/imports/importing.ts";
import { log } from "#lib/log.ts";
import { deliverMail, mailJob } from "#lib/mail/delivery.ts";
import { metrics } from "#lib/metrics.ts";
import { serveMetrics } from "#lib/metrics-server.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { sendDuePushes } from "#lib/notifications/pushes.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { settleFields } from "#lib/people/settling.ts";
import { keepLogs } from "#lib/process-logs.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { makeTakeout } from "#lib/takeout/making.ts";
import { runDueTasks, type TaskKinds } from "#lib/work/running.ts";

/** The worker: does what requests left behind. A process entry; nothing imports it. */
env();
await serveMetrics("worker");
keepLogs("worker");
measureBacklog();
const boss = newBoss({ max: 4, useListenNotify: true, application_name: "okaeri worker" });
await boss.start({ attempts: 5 });

const mail: QueueName = "mail";
const purge: QueueName = "purge";
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 15 };
await boss.work(mail, { ...polling, localConcurrency: 2 }, (jobs) =>
  doJob(mail, async () => {
    for (const { data } of jobs) await deliverMail(mailJob.parse(data).mailId);
  }),
);
await boss.work(purge, { pollingIntervalSeconds: 30 }, () =>
  doJob(purge, async () => {
    await purgeFiles();
    await expireLeavers();
  }),
);
await boss.schedule(purge, "17 * * * *");

// The tasks of the domains, by their kind.
const taskKinds: TaskKinds = { takeout: makeTakeout, "leaver-import": importLeavers };

const rounds = [
  startRound("pushes", 5, () => sendDuePushes(notificationSources)),
  startRound("digests", 30, () => mailDueDigests(notificationSources)),
  startRound("invitations", invitationRound, sendDueInvitations),
  startRound("searches", 60, lookAtSearches),
  startRound("fields", 3, settleFields),
  startRound("purge", 60, purgeExpired),
  startRound("tasks", 2, (signal) => runDueTasks(taskKinds, signal)),
];

const health = createServer(answerHealth(async () => (await boss.getQueue(mail)) !== null));
health.listen(env().workerPort, env().host, () =>
  log.info("ready for jobs, and to tell its health", { port: env().workerPort }),
);

let ending = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
// The IPC channel to the launcher closes when the launcher is gone.
process.once("disconnect", end);

/** pg-boss keeps what a job throws, and tries it again, but tells nobody. So it gets what a log may hold, and no address or text. */
async function doJob(queue: QueueName, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    metrics().jobs.inc({ queue, outcome: "ok" });
  } catch (err) {
    metrics().jobs.inc({ queue, outcome: "failed" });
    log.warn("a job failed", { part: queue, err });
    const { type, code } = errorFields(err);
    throw new InvariantError(code ? `${type} ${code}` : type);
  }
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  health.close();
  await Promise.all([boss.stop({ graceful: true, timeout: 4_000 }), ...rounds.map((round) => round.stop())]);
  await stopAddingJobs();
  await disconnect();
  process.exit(0);
}
