import "server-only";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { withConnection } from "#lib/connection.ts";
import { newId } from "#lib/ids.ts";

const leaseSeconds = 30;
const heartbeatMs = 1_000;

/** A work of the operator's as its row says. */
const rowSchema = z.object({
  operator: z.string(),
  input: z.record(z.string(), z.unknown()),
  done: z.number(),
  total: z.number().nullable(),
  created_at: z.coerce.date(),
});
export type OperatorsWork = z.infer<typeof rowSchema>;

/** One of this kind is under way already. */
export class WorkUnderWay extends Error {
  readonly running: OperatorsWork;
  constructor(running: OperatorsWork) {
    super("another work of this kind is under way");
    this.running = running;
  }
}

/** The work was asked to end, by cancelOperatorsWork or by the signal that it was begun with. */
export class WorkCancelled extends Error {}

type Held = {
  id: string;
  /** Aborts when the work has to end; what it was doing may then fail in any way. */
  signal: AbortSignal;
  /** One of this kind that its process had left when it died. */
  died: OperatorsWork | null;
  /** Says how far it is; kept in the row at the next heartbeat, once a second. */
  report: (done: number, total: number) => void;
};

/**
 * Does a work of the installation's own, of which there is one of a kind at a time, and keeps in its row how far it is and that its
 * process lives. Throws WorkUnderWay, WorkCancelled, and what `work` throws.
 */
export async function withOperatorsWork<T>(
  ownerUrl: string,
  { kind, operator, input, signal }: OperatorsRequest,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  return withConnection(ownerUrl, async (client) => {
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
        ? new WorkCancelled()
        : ending.signal.aborted
          ? ending.signal.reason
          : error;
      const outcome = cause instanceof WorkCancelled ? "CANCELLED" : "FAILED";
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

export type OperatorsRequest = {
  kind: string;
  /** Who asks, as the machine knows them. */
  operator: string;
  input: Record<string, string>;
  signal: AbortSignal;
};

/**
 * Does something while no work of this kind is under way; one that wants to begin meanwhile waits for it. Also in a database of an
 * earlier version, which may know no such work. Throws WorkUnderWay, and what `work` throws.
 */
export async function withoutOperatorsWork(
  ownerUrl: string,
  kind: string,
  work: () => Promise<void>,
): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    // The lock of begin_operators_work.
    await client.query("SELECT pg_advisory_lock(hashtextextended('operator''s work ' || $1, 23))", [kind]);
    const running = await findRunning(client, kind);
    if (running) throw new WorkUnderWay(running);
    await work();
  });
}

async function findRunning(client: pg.Client, kind: string): Promise<OperatorsWork | undefined> {
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
export async function cancelOperatorsWork(ownerUrl: string, kind: string): Promise<boolean> {
  return withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT cancel_operators_work($1) AS asked", [kind]);
    return z.tuple([z.object({ asked: z.boolean() })]).parse(rows)[0].asked;
  });
}

type Claimed = { id: string; claim: string };

async function begin(
  client: pg.Client,
  id: string,
  { kind, operator, input }: Omit<OperatorsRequest, "signal">,
): Promise<{ claim: string; died: OperatorsWork | null }> {
  const { rows } = await client.query(
    "SELECT * FROM begin_operators_work($1, $2, $3, $4, make_interval(secs => $5))",
    [id, kind, operator, input, leaseSeconds],
  );
  const [{ claim, running, died }] = z.tuple([begun]).parse(rows);
  if (running) throw new WorkUnderWay(running);
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
    if (await keep(client, claimed, progress)) throw new WorkCancelled();
    await setTimeout(heartbeatMs, undefined, { signal: done }).catch(() => {});
  }
}

/** Tells whether the end of the work was asked for. */
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
    throw new Error("This work was taken for dead, since its process said nothing for too long");
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
