import "server-only";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { newId } from "#lib/ids.ts";
import { withClient } from "#lib/pg-client.ts";

const leaseSeconds = 30;
const heartbeatMs = 1_000;

/** A task of the operator, as its row has it. */
const rowSchema = z.object({
  operator: z.string(),
  input: z.record(z.string(), z.unknown()),
  done: z.number(),
  total: z.number().nullable(),
  created_at: z.coerce.date(),
});
export type OperatorTask = z.infer<typeof rowSchema>;

/** Another task of this kind is under way. */
export class TaskUnderWay extends Error {
  readonly running: OperatorTask;
  constructor(running: OperatorTask) {
    super("another task of this kind is under way");
    this.running = running;
  }
}

/** The task was asked to end, by cancelOperatorTask or by the signal that it was begun with. */
export class TaskCancelled extends Error {}

type Held = {
  id: string;
  /** Aborts when the task has to end; what it was doing may then fail in any way. */
  signal: AbortSignal;
  /** An earlier task of this kind whose process died. */
  died: OperatorTask | null;
  /** Reports progress, which the next heartbeat writes into the row, once a second. */
  report: (done: number, total: number) => void;
};

/**
 * Runs a task of the operator, one of a kind at a time. While `work` runs, the task's row is kept up to date: how far it is, and that its
 * process is alive. Throws TaskUnderWay, TaskCancelled, and what `work` throws.
 */
export async function withOperatorTask<T>(
  ownerUrl: string,
  { kind, operator, input, signal }: OperatorTaskRequest,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  return withClient({ connectionString: ownerUrl, keepAlive: true }, async (client) => {
    const id = newId();
    const { claim, died } = await begin(client, id, { kind, operator, input });
    const claimed = { id, claim };
    const ending = new AbortController();
    const done = new AbortController();
    const progress = { done: 0, total: 0 };
    const pulse = beat(client, claimed, progress, done.signal).catch((error: unknown) => ending.abort(error));
    const asked = AbortSignal.any([signal, ending.signal]);
    try {
      const result = await work({
        id,
        died,
        signal: asked,
        report: (...reported) => {
          [progress.done, progress.total] = reported;
        },
      });
      asked.throwIfAborted();
      await settle(() => keep(client, claimed, progress));
      await finish(client, claimed, "DONE");
      return result;
    } catch (error) {
      const cause = signal.aborted
        ? new TaskCancelled()
        : ending.signal.aborted
          ? ending.signal.reason
          : error;
      const outcome = cause instanceof TaskCancelled ? "CANCELLED" : "FAILED";
      await settle(() => finish(client, claimed, outcome, cause));
      throw cause;
    }

    async function settle(last: () => Promise<unknown>): Promise<void> {
      done.abort();
      await pulse;
      await last();
    }
  });
}

export type OperatorTaskRequest = {
  kind: string;
  /** The operating system's name of who started it. */
  operator: string;
  input: Record<string, string>;
  signal: AbortSignal;
};

/**
 * Runs `work` while no task of this kind is under way; one that wants to begin meanwhile waits for it. Also in a database of an earlier
 * version, which may know no such tasks. Throws TaskUnderWay, and what `work` throws.
 */
export async function withoutOperatorTask(
  ownerUrl: string,
  kind: string,
  work: () => Promise<void>,
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    // The lock of begin_operators_work.
    await client.query("SELECT pg_advisory_lock(hashtextextended('operator''s work ' || $1, 23))", [kind]);
    const running = await findRunning(client, kind);
    if (running) throw new TaskUnderWay(running);
    await work();
  });
}

async function findRunning(client: pg.Client, kind: string): Promise<OperatorTask | undefined> {
  const { rows: known } = await client.query(
    `SELECT has_table_privilege(to_regrole('okaeri_backup')::oid, to_regclass('public.long_work')::oid, 'SELECT') AS readable`,
  );
  if (!known[0].readable) return undefined;
  await client.query("BEGIN READ ONLY; SET LOCAL ROLE okaeri_backup");
  const { rows } = await client.query(
    `SELECT operator, input, done::float8, total::float8, created_at FROM long_work
      WHERE company_id IS NULL AND kind = $1 AND state = 'RUNNING' AND lease_ends_at >= clock_timestamp()`,
    [kind],
  );
  await client.query("COMMIT");
  return z.array(rowSchema).parse(rows)[0];
}

/** Asks the one of this kind that is under way to end, which it does within seconds. False when there is none. */
export async function cancelOperatorTask(ownerUrl: string, kind: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT cancel_operators_work($1) AS asked", [kind]);
    return z.tuple([z.object({ asked: z.boolean() })]).parse(rows)[0].asked;
  });
}

type Claimed = { id: string; claim: string };

async function begin(
  client: pg.Client,
  id: string,
  { kind, operator, input }: Omit<OperatorTaskRequest, "signal">,
): Promise<{ claim: string; died: OperatorTask | null }> {
  const { rows } = await client.query(
    "SELECT * FROM begin_operators_work($1, $2, $3, $4, make_interval(secs => $5))",
    [id, kind, operator, input, leaseSeconds],
  );
  const [{ claim, running, died }] = z.tuple([begun]).parse(rows);
  if (running) throw new TaskUnderWay(running);
  return { claim: z.uuid().parse(claim), died };
}

const begun = z.object({
  claim: z.uuid().nullable(),
  running: rowSchema.nullable(),
  died: rowSchema.nullable(),
});

async function beat(
  client: pg.Client,
  claimed: Claimed,
  progress: { done: number; total: number },
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    if (await keep(client, claimed, progress)) throw new TaskCancelled();
    await setTimeout(heartbeatMs, undefined, { signal: done }).catch(() => {});
  }
}

/** Tells whether the task was asked to end. */
async function keep(
  client: pg.Client,
  { id, claim }: Claimed,
  progress: { done: number; total: number },
): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT cancel_asked, keep_work($1, $2, make_interval(secs => $3), $4, $5, NULL) AS kept FROM enter_work($1, $2)`,
    [id, claim, leaseSeconds, progress.done, progress.total],
  );
  const [row] = z.array(z.object({ cancel_asked: z.boolean(), kept: z.boolean() })).parse(rows);
  if (!row?.kept)
    throw new Error("This task was taken for dead, since its process said nothing for too long");
  return row.cancel_asked;
}

async function finish(
  client: pg.Client,
  { id, claim }: Claimed,
  outcome: "DONE" | "FAILED" | "CANCELLED",
  cause?: unknown,
): Promise<void> {
  const reason = outcome === "FAILED" ? String(cause).slice(0, 500) : null;
  await client.query("SELECT finish_work($1, $2, $3, $4)", [id, claim, outcome, reason]);
}
