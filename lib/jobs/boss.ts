import "server-only";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import { tellAway } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** A pg-boss under the app's role, which changes no tables: ensureQueues did, as the owner. */
export function newBoss(options: ConstructorOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: env().databaseAppUrl,
    migrate: false,
    createSchema: false,
    reindex: false,
    ...options,
  });
  boss.on("error", (error) => log.error("the queues failed", { err: tellAway(error) }));
  return boss;
}
