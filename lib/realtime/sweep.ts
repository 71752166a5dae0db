import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { sqlRows } from "#lib/sql.ts";
import type { ThreadLines } from "./thread-lines.ts";

const every = 3_000;
const maxAtOnce = 2_000;

const beyondSchema = z.object({ companyId: z.uuid(), threadId: z.uuid(), revision: z.int() });

/**
 * Every few seconds compares what was delivered with what is committed, and delivers the rest: a Redis event may be lost, and a process
 * may die between its commit and its event. Returns a function that stops it.
 */
export function startSweep(lines: ThreadLines): () => void {
  let timer = setTimeout(run, every);
  async function run(): Promise<void> {
    // While the database is away nothing can be read; when it is back, every socket catches up anyway.
    await sweep(lines).then(
      () => metrics().sweeps.inc({ outcome: "ok" }),
      (err) => {
        metrics().sweeps.inc({ outcome: "failed" });
        log.warn("a sweep failed", { err });
      },
    );
    timer = setTimeout(run, every);
  }
  return () => clearTimeout(timer);
}

async function sweep(lines: ThreadLines): Promise<void> {
  const told = lines.told();
  for (let start = 0; start < told.length; start += maxAtOnce) {
    const some = told.slice(start, start + maxAtOnce);
    const beyond = await withScope(
      everyCompany,
      (tx) => sqlRows(
        tx,
        beyondSchema,
      )`SELECT * FROM threads_beyond(${some.map(({ companyId }) => companyId)}::uuid[],
        ${some.map(({ threadId }) => threadId)}::uuid[], ${some.map(({ to }) => to)}::int[])`,
    );
    metrics().sweepHits.inc(beyond.length);
    for (const { revision, ...thread } of beyond) lines.changed({ ...thread, from: revision, to: revision });
  }
}
