import "server-only";
import { fromPrisma, type PgBoss } from "pg-boss";
import type { Tx } from "#lib/db.ts";
import { newBoss } from "#lib/jobs/boss.ts";
import type { QueueName } from "#lib/jobs/queues.ts";

/** Puts a job into a queue within the caller's transaction: it is there when, and only when, that commits. Ids only. */
export async function addJob(tx: Tx, queue: QueueName, data: Record<string, string>): Promise<void> {
  const boss = await producer();
  await boss.send(queue, data, { db: fromPrisma(tx) });
}

/** Ends what addJob keeps open; for processes that stop. */
export async function stopAddingJobs(): Promise<void> {
  const boss = held.producer;
  held.producer = undefined;
  await (await boss)?.stop({ graceful: false });
}

// On globalThis, since a hot reload would otherwise open a new connection each time.
const held = globalThis as typeof globalThis & { producer?: Promise<PgBoss> };

async function producer(): Promise<PgBoss> {
  held.producer ??= newBoss({ max: 1, supervise: false, schedule: false, registerInstance: false }).start();
  try {
    return await held.producer;
  } catch (error) {
    held.producer = undefined;
    throw error;
  }
}
