import { PgBoss } from "pg-boss";
import bossPackage from "pg-boss/package.json" with { type: "json" };
import { appGroup } from "#lib/database-roles.ts";
import { withClient } from "#lib/pg-client.ts";

const day = 24 * 60 * 60;

/** The work that happens after its request, by name, and how it is tried again: 10 s, 20 s, 40 s … up to 15 minutes apart. */
export const queues = {
  mail: {
    notify: true,
    retryLimit: 12,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 15 * 60,
    expireInSeconds: 120,
    deleteAfterSeconds: day,
  },
  purge: { retryLimit: 0, expireInSeconds: 10 * 60, deleteAfterSeconds: day },
} as const;

/** The version of the tables that this pg-boss works with; an older one ensureQueues brings up to it. */
export const queueTablesVersion = bossPackage.pgboss.schema;

export type QueueName = keyof typeof queues;

/**
 * Makes or updates what pg-boss keeps in the database, as the owner does after migrating: its schema and our queues, and the
 * app's rights to them. Doing it again, or several at once, changes nothing more.
 */
export async function ensureQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const errors: unknown[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  try {
    for (const [name, settings] of Object.entries(queues)) {
      await boss.createQueue(name, settings);
      await boss.updateQueue(name, settings);
    }
  } finally {
    await boss.stop({ graceful: true });
  }
  if (errors.length > 0) throw errors[0];
  await grantToApp(ownerUrl);
}

// The app's role adds and takes jobs; it makes and changes no tables, and ends no queue. Queues lie outside the seal (tests/tenancy/seal.test.ts):
// what a job holds is to be read by any statement of any company, and to be taken away.
async function grantToApp(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      BEGIN;
      SELECT pg_advisory_xact_lock(hashtext('okaeri queues'));
      GRANT USAGE ON SCHEMA pgboss TO ${appGroup};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${appGroup};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${appGroup};
      REVOKE INSERT, DELETE ON pgboss.version FROM ${appGroup};
      REVOKE DELETE ON pgboss.queue, pgboss.schedule FROM ${appGroup};
      REVOKE INSERT, UPDATE, DELETE ON pgboss.subscription FROM ${appGroup};
      COMMIT`);
  });
}
