import type pg from "pg";
import { z } from "zod";
import { checkAppRole, WrongRole } from "#lib/database-roles.ts";
import { backlogQuery, parseBacklog } from "#lib/jobs/backlog.ts";
import { queues } from "#lib/jobs/queues.ts";
import { requireReachable } from "#lib/launch/external-database.ts";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { listLackingMigrations } from "#lib/launch/schema.ts";
import { withClient } from "#lib/pg-client.ts";
import { processKey } from "#lib/process-key.ts";
import { isSqlCurrent } from "#prisma/sql.ts";
import { examineCounts } from "./counts.ts";
import { type Finding, look, ok, warning, wrong } from "./finding.ts";
import { examineRights } from "./rights.ts";

const migrateTodo = "run `npm run migrate` (`npm start` does it by itself)";

type Addresses = { ownerUrl: string | null; appUrl: string; pool: number; secret: string };

/** The database as its owner and the role that serves find it. Changes nothing. */
export async function examineDatabase({ ownerUrl, appUrl, pool, secret }: Addresses): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (ownerUrl) {
    const reached = await reach(ownerUrl, "owner", "DATABASE_URL");
    findings.push(reached);
    if (reached.state === "wrong") return findings;
    const schema = await look("migrations", () => examineSchema(ownerUrl));
    findings.push(...schema);
    if (schema.every(({ state }) => state !== "wrong"))
      findings.push(...(await look("directory", () => withClient(connectionOf(ownerUrl), examineCounts))));
  } else {
    findings.push(ok("owner", "not known here: migrations are looked at where DATABASE_URL is set"));
  }
  const served = await look("serving role", () => examineServingRole(appUrl));
  findings.push(...served);
  if (served.some(({ state }) => state === "wrong")) return findings;
  findings.push(
    ...(await look("serving role's rights", () => withClient(connectionOf(appUrl), examineRights))),
  );
  findings.push(
    ...(await look("database", () =>
      withClient(connectionOf(appUrl), (client) => examineServer(client, pool)),
    )),
  );
  findings.push(
    ...(await look("process key", () =>
      withClient(connectionOf(appUrl), (client) => examineKey(client, secret)),
    )),
  );
  findings.push(...(await look("queues", () => withClient(connectionOf(appUrl), examineQueues))));
  return findings;
}

async function reach(url: string, what: string, setting: string): Promise<Finding> {
  try {
    await requireReachable(url, setting);
    return ok(what, `reaches ${new URL(url).host}`);
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    return wrong(what, "does not get in", error.message);
  }
}

async function examineSchema(ownerUrl: string): Promise<Finding[]> {
  const lacking = await listLackingMigrations(ownerUrl);
  if (lacking.length > 0)
    return [wrong("migrations", `${lacking.length} not applied, the first is ${lacking[0]}`, migrateTodo)];
  return withClient(connectionOf(ownerUrl), async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS unbound,
        (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
          AND relrowsecurity AND NOT relforcerowsecurity) AS unforced,
        EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gin') AS extension`);
    const { unbound, unforced, extension } = z
      .object({ unbound: z.boolean(), unforced: z.int(), extension: z.boolean() })
      .parse(rows[0]);
    return [
      ok("migrations", "all applied"),
      (await isSqlCurrent(client))
        ? ok("functions", "functions and policies are those of this version")
        : wrong("functions", "functions and policies are not those of this version", migrateTodo),
      unforced > 0
        ? wrong(
            "row security",
            `${unforced} tables do not hold their owner to it`,
            `something ended in the middle: ${migrateTodo}`,
          )
        : ok("row security", "holds the owner too"),
      extension
        ? ok("extension", "btree_gin is there")
        : wrong(
            "extension",
            "btree_gin is not there",
            "as a superuser run CREATE EXTENSION btree_gin in this database",
          ),
      ...(unbound
        ? [
            warning(
              "owner",
              "row-level security does not bind the owner",
              "ALTER ROLE … NOSUPERUSER NOBYPASSRLS; it needs CREATEROLE, and no more",
            ),
          ]
        : []),
    ];
  });
}

async function examineServingRole(appUrl: string): Promise<Finding[]> {
  const reached = await reach(appUrl, "serving role", "DATABASE_APP_URL");
  if (reached.state === "wrong")
    return [
      {
        ...reached,
        todo: process.env.DATABASE_APP_URL
          ? reached.todo
          : `${migrateTodo}: it makes this role, by AUTH_SECRET`,
      },
    ];
  try {
    await checkAppRole(appUrl);
  } catch (error) {
    if (!(error instanceof WrongRole)) throw error;
    return [wrong("serving role", "has other rights than it should", error.message)];
  }
  return [ok("serving role", "gets in, owns nothing, and row-level security binds it")];
}

/** Whether the database lets processes in that have this AUTH_SECRET (prisma/sql/core/entering.sql). */
async function examineKey(client: pg.Client, secret: string): Promise<Finding[]> {
  const { rows } = await client.query("SELECT enter_process($1, '{}') AS entered", [processKey(secret)]);
  return z.object({ entered: z.boolean() }).parse(rows[0]).entered
    ? [ok("process key", "the database knows this AUTH_SECRET")]
    : [wrong("process key", "the database knows another AUTH_SECRET", `set that one, or ${migrateTodo}`)];
}

async function examineServer(client: pg.Client, pool: number): Promise<Finding[]> {
  const before = Date.now();
  const { rows } = await client.query(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
      current_setting('max_connections')::int AS connections, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now,
      pg_size_pretty(pg_database_size(current_database())) AS size`);
  const { version, name, connections, now, size } = z
    .object({ version: z.int(), name: z.string(), connections: z.int(), now: z.number(), size: z.string() })
    .parse(rows[0]);
  // Beside the pools: 9 of web and sidecar each, 6 of the worker.
  const needed = 3 * pool + 24;
  // Asked in between: what the way took is no difference.
  const apart = Math.max(0, before - now, now - Date.now()) / 1000;
  const clock = `this machine's clock and the database's are ${apart.toFixed(1)} s apart`;
  return [
    version < 150_000
      ? wrong("PostgreSQL", `is ${name}`, "upgrade it to 15 or newer")
      : ok("PostgreSQL", `${name}, ${size}`),
    needed > connections - 10
      ? warning(
          "connections",
          `one of each process needs up to ${needed}, and max_connections is ${connections}`,
          "raise max_connections or lower DATABASE_POOL",
        )
      : ok("connections", `up to ${needed} for one of each process, of ${connections}`),
    apart > 30
      ? wrong("clock", clock, "keep both by NTP: codes and sessions end by it")
      : apart > 2
        ? warning("clock", clock, "keep both by NTP")
        : ok("clock", "goes with the database's"),
  ];
}

async function examineQueues(client: pg.Client): Promise<Finding[]> {
  const { rows: found } = await client.query("SELECT to_regclass('pgboss.queue') IS NOT NULL AS there");
  if (!z.object({ there: z.boolean() }).parse(found[0]).there)
    return [wrong("queues", "are not there", migrateTodo)];
  const { rows } = await client.query(backlogQuery);
  const backlogs = parseBacklog(rows);
  const missing = Object.keys(queues).filter((name) => !backlogs.some(({ queue }) => queue === name));
  if (missing.length > 0) return [wrong("queues", `${missing.join(", ")} not there`, migrateTodo)];
  return backlogs.map(({ queue, waiting, active, failed, oldest }) => {
    const what = `queue ${queue}`;
    const said = `${waiting} waiting, ${active} active, ${failed} failed for good`;
    if (waiting > 0 && oldest > maxWaitSeconds)
      return wrong(
        what,
        `${said}; the first has waited for ${Math.round(oldest / 60)} minutes`,
        "see whether the worker runs, and its log",
      );
    if (failed > 0) return warning(what, said, "see the worker's log for why; they are kept for a day");
    return ok(what, said);
  });
}

const maxWaitSeconds = 300;

function connectionOf(connectionString: string): pg.ClientConfig {
  return { connectionString, connectionTimeoutMillis: 10_000, query_timeout: 15_000 };
}
