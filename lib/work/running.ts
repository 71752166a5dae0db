import "server-only";
import { DatabaseAway } from "#lib/database-away.ts";
import { type Tx, withLongScope, withScope } from "#lib/db.ts";
import { type ErrorFields, errorFields } from "#lib/error-fields.ts";
import { log } from "#lib/log.ts";
import {
  type Claim,
  claimTask,
  enter,
  finish,
  isGone,
  keepStep,
  type Place,
  TaskLost,
  tell,
} from "./claim.ts";
import { type Outside, whileKept } from "./outside.ts";
import type { TaskState } from "./schema.ts";

/** Give up after this many workers died on the same step. */
const maxAttempts = 5;

/**
 * What a step returns: how far the task is, and where the next step begins. `checkpoint` is kept as JSON. `outside`: what takes long and needs
 * no database, before the next step; `ending`: all that is left, as one transaction of minutes, after which the task is done. Where the worker
 * dies over either, the step that asked for it is done again.
 */
export type Step = {
  done: number;
  total: number | null;
  checkpoint: unknown;
  finished: boolean;
  outside?: Outside;
  ending?: Ending;
};

/** In the scope of the member who started the task. It throws as soon as `signal` aborts: then nothing of it is kept. */
type Ending = (tx: Tx, held: Parameters<Outside>[0]) => Promise<void>;

/** What tasks of one kind do. `checkpoint` is null at the first step, else what the step before returned. */
export type TaskKind = {
  /**
   * One step, in a transaction in the scope of the member who started the task: what the step did and its checkpoint commit together.
   * It should take seconds at most.
   */
  step: (
    tx: Tx,
    task: { companyId: string; memberId: string; input: unknown; checkpoint: unknown },
  ) => Promise<Step>;
  /**
   * Takes away what a task has left outside of the database that ends undone: cancelled, failed, or gone with its member. It may come twice.
   * Where no worker had the task as its member went, it does not come.
   */
  abandon?: (task: { companyId: string; checkpoint: unknown }) => Promise<void>;
};

export type TaskKinds = Record<string, TaskKind>;

/**
 * Runs the members' tasks of these kinds, the oldest first, step by step to their end. Each step commits once, however many workers run
 * or die. When `signal` aborts, the current task is left to another worker after its step.
 */
export async function runDueTasks(kinds: TaskKinds, signal: AbortSignal): Promise<void> {
  const names = Object.keys(kinds);
  while (names.length > 0 && !signal.aborted) {
    const claim = await claimTask(names);
    const kind = claim && kinds[claim.kind];
    if (!kind) return;
    await run(claim, kind, signal);
  }
}

async function run(claimed: Claim, kind: TaskKind, signal: AbortSignal): Promise<void> {
  let claim = claimed;
  try {
    for (;;) {
      const step = await withScope({}, (tx) => takeStep(tx, claim, kind));
      if (!step || step.finished) return;
      claim = { ...claim, checkpoint: step.checkpoint };
      if (step.outside) await workOutside(claim, step, step.outside, signal);
      if (step.ending && (await end(claim, step, step.ending, signal))) return;
      if (signal.aborted) {
        await withScope({}, (tx) => keepStep(tx, claim, step, 0));
        return;
      }
    }
  } catch (error) {
    if (error instanceof TaskLost) return abandonGone(claim, kind);
    // It is taken up again when the lease has run out, and given up when that has happened too often.
    if (error instanceof DatabaseAway || isPassing(error)) throw error;
    log.error("a task failed", { part: claim.kind, err: error });
    const place = await withScope({}, async (tx) => {
      const place = await enter(tx, claim);
      if (place) await endUndone(tx, claim, kind, place, "FAILED", "unexpected");
      return place;
    });
    if (!place) await abandonGone(claim, kind);
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
      await keepStep(tx, claim, { ...step, done: done ?? step.done });
      await tell(tx, claim, { ...place, done: done ?? step.done, total: step.total }, "RUNNING");
      return true;
    }),
  );
}

class ToEnd extends Error {}

/** Commits what is left together with the task's end. False where the task is to end otherwise: the next step finds how. */
async function end(claim: Claim, step: Step, ending: Ending, stopping: AbortSignal): Promise<boolean> {
  let ended = false;
  await workOutside(
    claim,
    step,
    async (held) => {
      try {
        await withLongScope({}, async (tx) => {
          await requireOwn(tx, claim);
          await ending(tx, held);
          held.signal.throwIfAborted();
          // Asked once more: the member may have wanted it to end, or gone, while all this was done.
          const place = await requireOwn(tx, claim);
          await finish(tx, claim, { ...place, done: step.total ?? place.done, total: step.total }, "DONE");
        });
        ended = true;
      } catch (error) {
        if (!(error instanceof ToEnd)) throw error;
      }
    },
    stopping,
  );
  return ended;
}

async function requireOwn(tx: Tx, claim: Claim): Promise<Place> {
  const place = await enter(tx, claim);
  if (!place || refusalOf(place, claim)) throw new ToEnd();
  return place;
}

/** Null when the task ended without a step. */
async function takeStep(tx: Tx, claim: Claim, kind: TaskKind): Promise<Step | null> {
  const place = await enter(tx, claim);
  if (!place) throw new TaskLost();
  const { companyId, memberId } = place;
  const refusal = refusalOf(place, claim);
  if (refusal) {
    await endUndone(tx, claim, kind, place, ...refusal);
    return null;
  }
  const step = await kind.step(tx, { companyId, memberId, input: claim.input, checkpoint: claim.checkpoint });
  await keepStep(tx, claim, step);
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

/** What it left goes before that commits: where the worker dies in between, the next one ends the task once more. */
async function endUndone(
  tx: Tx,
  claim: Claim,
  kind: TaskKind,
  place: Place,
  ...[state, reason]: [TaskState, string?]
): Promise<void> {
  await finish(tx, claim, place, state, reason);
  await abandon(claim, kind);
}

/** The task is not this worker's any more. Who has it takes away what it leaves; of one that went with its member nobody would. */
async function abandonGone(claim: Claim, kind: TaskKind): Promise<void> {
  if (await isGone(claim)) await abandon(claim, kind);
}

async function abandon({ kind: part, companyId, checkpoint }: Claim, kind: TaskKind): Promise<void> {
  try {
    await kind.abandon?.({ companyId, checkpoint });
  } catch (err) {
    // What is left the purge finds.
    log.warn("what a task left could not be removed", { part, err });
  }
}
