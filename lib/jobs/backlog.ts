import "server-only";
import { z } from "zod";
import { callOnce } from "#lib/db.ts";
import { gauge } from "#lib/metrics.ts";

/** What waits in a queue, or failed in it for good within the last day. `oldest`: for how many seconds the first has been due. */
type Backlog = { queue: string; waiting: number; active: number; failed: number; oldest: number };

/** One row for each queue, in the order of their names; under the owner's role or the serving one. */
export const backlogQuery = `
  SELECT q.name AS queue,
    count(*) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after <= now())::int AS waiting,
    count(*) FILTER (WHERE j.state = 'active')::int AS active,
    count(*) FILTER (WHERE j.state = 'failed')::int AS failed,
    coalesce(extract(epoch FROM now() - min(j.start_after) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after <= now())), 0)::float8
      AS oldest
  FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name AND j.state IN ('created', 'retry', 'active', 'failed')
  WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`;

const backlogSchema = z.array(
  z.object({ queue: z.string(), waiting: z.int(), active: z.int(), failed: z.int(), oldest: z.number() }),
);

export function parseBacklog(rows: unknown[]): Backlog[] {
  return backlogSchema.parse(rows);
}

/** Lets this process's metrics tell of the queues, which are asked when the metrics are. */
export function measureBacklog(): void {
  gauge(
    "okaeri_queue_jobs",
    "Jobs of a queue: waiting for their turn, active, or failed for good",
    ["queue", "state"],
    async () =>
      (await readBacklog()).flatMap(({ queue, waiting, active, failed }) => [
        { labels: { queue, state: "waiting" }, value: waiting },
        { labels: { queue, state: "active" }, value: active },
        { labels: { queue, state: "failed" }, value: failed },
      ]),
  );
  gauge(
    "okaeri_queue_oldest_seconds",
    "For how long the first job that waits has been due",
    ["queue"],
    async () => (await readBacklog()).map(({ queue, oldest }) => ({ labels: { queue }, value: oldest })),
  );
}

let reading: Promise<Backlog[]> | undefined;

/** Asked once for both, which are read at the same time. */
function readBacklog(): Promise<Backlog[]> {
  reading ??= callOnce("backlog", backlogQuery, [])
    .then(parseBacklog)
    .finally(() => {
      reading = undefined;
    });
  return reading;
}
