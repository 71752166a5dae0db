import "server-only";
import { z } from "zod";
import { DatabaseAway } from "#lib/database-away.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { type ErrorFields, errorFields } from "#lib/error-fields.ts";
import { log } from "#lib/log.ts";
import { publish } from "#lib/publish.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";
import type { WorkState } from "./schema.ts";

/** How long a worker that says nothing has a work. Longer than a step's transaction may last (lib/db.ts). */
const leaseSeconds = 60;
/** A work over whose same step so many workers died is given up. */
const maxAttempts = 5;

/** After a step: how far the work is now, and where the next step begins. What comes as `checkpoint` is kept as JSON. */
export type Step = { done: number; total: number | null; checkpoint: unknown; finished: boolean };

/**
 * One step of a kind of work, in a transaction that has the scope of the member who asked for it, and that commits what the step did
 * together with where it got. Should take seconds at most. `checkpoint` is null at the first one, else what the step before returned.
 */
export type WorkKind = (
  tx: Tx,
  work: { companyId: string; memberId: string; input: unknown; checkpoint: unknown },
) => Promise<Step>;

export type WorkKinds = Record<string, WorkKind>;

/**
 * Takes up the members' works of these kinds, the oldest first, and does them to their end, step by step, each step once however many
 * workers there are and whichever die. When `signal` aborts, leaves the one at hand to another worker after its step.
 */
export async function runDueWork(kinds: WorkKinds, signal: AbortSignal): Promise<void> {
  const names = Object.keys(kinds);
  while (names.length > 0 && !signal.aborted) {
    const claim = await claimWork(names);
    if (!claim) return;
    await run(claim, kinds, signal);
  }
}

/** Another worker has it by now: what this one did in its transaction is undone. */
class WorkLost extends Error {}

async function run(claim: Claim, kinds: WorkKinds, signal: AbortSignal): Promise<void> {
  let checkpoint = claim.checkpoint;
  try {
    for (;;) {
      const step = await withScope({}, (tx) => takeStep(tx, { ...claim, checkpoint }, kinds));
      if (!step || step.finished) return;
      checkpoint = step.checkpoint;
      if (signal.aborted) {
        await withScope({}, (tx) => keepStep(tx, claim, step, 0));
        return;
      }
    }
  } catch (error) {
    if (error instanceof WorkLost) return;
    // It is taken up again when the lease has run out, and given up when that has happened too often.
    if (error instanceof DatabaseAway || isPassing(error)) throw error;
    log.error("a work failed", { part: claim.kind, err: error });
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

/** Null when the work ended without a step, or another worker has it. */
async function takeStep(tx: Tx, claim: Claim, kinds: WorkKinds): Promise<Step | null> {
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

function refusalOf(place: Place, { attempts }: Claim): [WorkState, string?] | null {
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

async function claimWork(kinds: string[]): Promise<Claim | undefined> {
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
  if (!kept) throw new WorkLost();
}

async function finish(
  tx: Tx,
  claim: Claim,
  place: Place,
  state: WorkState,
  reason: string | null = null,
): Promise<void> {
  await tx.$executeRaw`SELECT finish_work(${claim.id}::uuid, ${claim.claim}::uuid, ${state}::text::"WorkState", ${reason})`;
  await tell(tx, claim, place, state);
}

async function tell(
  tx: Tx,
  { id: workId }: Claim,
  { companyId, memberId, done, total }: Place,
  state: WorkState,
): Promise<void> {
  await publish(tx, { type: "work:progress", companyId, memberId, workId, state, done, total });
}
