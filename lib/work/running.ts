import "server-only";
import { z } from "zod";
import { DatabaseAway } from "#lib/database-away.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { type ErrorFields, errorFields } from "#lib/error-fields.ts";
import { log } from "#lib/log.ts";
import { publish } from "#lib/publish.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";
import { type Outside, whileKept } from "./outside.ts";
import type { TaskState } from "./schema.ts";

/** Lease length; longer than one step's transaction (lib/db.ts). */
const leaseSeconds = 60;
/** Give up after this many workers died on the same step. */
const maxAttempts = 5;

/**
 * What a step returns: how far the task is, and where the next step begins. `checkpoint` is kept as JSON. `outside`: what takes long and needs
 * no database, before the next step; where its worker dies the step that asked for it is done again.
 */
export type Step = {
  done: number;
  total: number | null;
  checkpoint: unknown;
  finished: boolean;
  outside?: Outside;
};

/**
 * One step of a task, in a transaction in the scope of the member who started it: what the step did and its checkpoint commit together.
 * It should take seconds at most. `checkpoint` is null at the first step, else what the step before returned.
 */
export type TaskKind = (
  tx: Tx,
  task: { companyId: string; memberId: string; input: unknown; checkpoint: unknown },
) => Promise<Step>;

export type TaskKinds = Record<string, TaskKind>;

/**
 * Runs the members' tasks of these kinds, the oldest first, step by step to their end. Each step commits once, however many workers run
 * or die. When `signal` aborts, the current task is left to another worker after its step.
 */
export async function runDueTasks(kinds: TaskKinds, signal: AbortSignal): Promise<void> {
  const names = Object.keys(kinds);
  while (names.length > 0 && !signal.aborted) {
    const claim = await claimTask(names);
    if (!claim) return;
    await run(claim, kinds, signal);
  }
}

/** Another worker has taken the task over: this transaction is rolled back. */
class TaskLost extends Error {}

async function run(claim: Claim, kinds: TaskKinds, signal: AbortSignal): Promise<void> {
  let checkpoint = claim.checkpoint;
  try {
    for (;;) {
      const step = await withScope({}, (tx) => takeStep(tx, { ...claim, checkpoint }, kinds));
      if (!step || step.finished) return;
      checkpoint = step.checkpoint;
      if (step.outside) await workOutside(claim, step, step.outside, signal);
      if (signal.aborted) {
        await withScope({}, (tx) => keepStep(tx, claim, step, 0));
        return;
      }
    }
  } catch (error) {
    if (error instanceof TaskLost) return;
    // It is taken up again when the lease has run out, and given up when that has happened too often.
    if (error instanceof DatabaseAway || isPassing(error)) throw error;
    log.error("a task failed", { part: claim.kind, err: error });
    await withScope({}, async (tx) => {
      const place = await enter(tx, claim);
      if (place) await finish(tx, claim, place, "FAILED", "unexpected");
    });
  }
}

// Deadlock, serialization, a lock that was waited for too long; Prisma's own of these, and of a transaction that took too long.
const passing = ["40P01", "40001", "55P03", "P2034", "P2028"];

/** Whether the next try may succeed, for all that this error says. */
function isPassing(error: unknown): boolean {
  for (let fields: ErrorFields | undefined = errorFields(error); fields; fields = fields.cause)
    if (fields.code && passing.includes(fields.code)) return true;
  return false;
}

/** Ended early where the task is to end, or is another worker's: the next step finds that. */
function workOutside(claim: Claim, step: Step, outside: Outside, stopping: AbortSignal): Promise<void> {
  return whileKept(outside, stopping, (done) =>
    withScope({}, async (tx) => {
      const place = await enter(tx, claim);
      if (!place || refusalOf(place, claim)) return false;
      await keepStep(tx, claim, { ...step, done: done ?? step.done }, leaseSeconds);
      await tell(tx, claim, { ...place, done: done ?? step.done, total: step.total }, "RUNNING");
      return true;
    }),
  );
}

/** Null when the task ended without a step, or another worker has it. */
async function takeStep(tx: Tx, claim: Claim, kinds: TaskKinds): Promise<Step | null> {
  const place = await enter(tx, claim);
  const kind = kinds[claim.kind];
  if (!place || !kind) return null;
  const { companyId, memberId } = place;
  const refusal = refusalOf(place, claim);
  if (refusal) {
    await finish(tx, claim, place, ...refusal);
    return null;
  }
  const step = await kind(tx, { companyId, memberId, input: claim.input, checkpoint: claim.checkpoint });
  await keepStep(tx, claim, step, leaseSeconds);
  const { done, total } = step;
  if (step.finished) await finish(tx, claim, { ...place, done, total }, "DONE");
  else await tell(tx, claim, { ...place, done, total }, "RUNNING");
  return step;
}

function refusalOf(place: Place, { attempts }: Claim): [TaskState, string?] | null {
  if (place.cancelAsked) return ["CANCELLED"];
  if (!place.entered) return ["FAILED", "access-ended"];
  if (attempts > maxAttempts) return ["FAILED", "gave-up"];
  return null;
}

type Claim = z.infer<typeof claimSchema>;
const claimSchema = z.object({
  id: z.uuid(),
  claim: z.uuid(),
  kind: z.string(),
  input: z.unknown(),
  checkpoint: z.unknown(),
  attempts: z.int(),
});

async function claimTask(kinds: string[]): Promise<Claim | undefined> {
  const [claim] = await withScope(
    everyCompany,
    (tx) =>
      sqlRows(
        tx,
        claimSchema,
      )`SELECT * FROM claim_work(${kinds}, make_interval(secs => ${leaseSeconds}::int))`,
  );
  return claim;
}

type Place = z.infer<typeof placeSchema>;
const placeSchema = z.object({
  companyId: z.uuid(),
  memberId: z.uuid(),
  entered: z.boolean(),
  cancelAsked: z.boolean(),
  done: z.coerce.number(),
  total: z.coerce.number().nullable(),
});

async function enter(tx: Tx, { id, claim }: Claim): Promise<Place | undefined> {
  const [place] = await sqlRows(tx, placeSchema)`SELECT * FROM enter_work(${id}::uuid, ${claim}::uuid)`;
  return place;
}

async function keepStep(tx: Tx, { id, claim }: Claim, step: Step, seconds: number): Promise<void> {
  const { done, total, checkpoint } = step;
  const kept = await sqlValue(tx, z.boolean())`
    SELECT keep_work(${id}::uuid, ${claim}::uuid, make_interval(secs => ${seconds}::int),
      ${done}::bigint, ${total}::bigint, ${JSON.stringify(checkpoint ?? null)}::jsonb)`;
  if (!kept) throw new TaskLost();
}

async function finish(
  tx: Tx,
  claim: Claim,
  place: Place,
  state: TaskState,
  reason: string | null = null,
): Promise<void> {
  await tx.$executeRaw`SELECT finish_work(${claim.id}::uuid, ${claim.claim}::uuid, ${state}::text::"WorkState", ${reason})`;
  await tell(tx, claim, place, state);
}

async function tell(
  tx: Tx,
  { id: taskId }: Claim,
  { companyId, memberId, done, total }: Place,
  state: TaskState,
): Promise<void> {
  await publish(tx, { type: "task:progress", companyId, memberId, taskId, state, done, total });
}
