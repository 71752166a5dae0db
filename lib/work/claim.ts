import "server-only";
import { z } from "zod";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { publish } from "#lib/publish.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";
import type { TaskState } from "./schema.ts";

/** Lease length; longer than one step's transaction (lib/db.ts). */
const leaseSeconds = 60;

/** Another worker has taken the task over, or it has gone with its member: this transaction is rolled back. */
export class TaskLost extends Error {}

/** A task that a worker has, for as long as it renews the lease; `claim` is that worker's secret. */
export type Claim = z.infer<typeof claimSchema>;
const claimSchema = z.object({
  id: z.uuid(),
  claim: z.uuid(),
  companyId: z.uuid(),
  kind: z.string(),
  input: z.unknown(),
  checkpoint: z.unknown(),
  attempts: z.int(),
});

/** The oldest task of these kinds that waits, or whose lease has run out. */
export async function claimTask(kinds: string[]): Promise<Claim | undefined> {
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

/** Whose task it is, how far it is, and whether they may go on with it (`entered`) and want to. */
export type Place = z.infer<typeof placeSchema>;
const placeSchema = z.object({
  companyId: z.uuid(),
  memberId: z.uuid(),
  entered: z.boolean(),
  cancelAsked: z.boolean(),
  done: z.coerce.number(),
  total: z.coerce.number().nullable(),
});

/** Puts the transaction into the scope of the member whose task it is. Nothing where it is not this worker's any more. */
export async function enter(tx: Tx, { id, claim }: Claim): Promise<Place | undefined> {
  const [place] = await sqlRows(tx, placeSchema)`SELECT * FROM enter_work(${id}::uuid, ${claim}::uuid)`;
  return place;
}

type Reached = { done: number; total: number | null; checkpoint: unknown };

/** Keeps how far the task is and renews its lease, by these seconds. Throws TaskLost. */
export async function keepStep(
  tx: Tx,
  { id, claim }: Claim,
  { done, total, checkpoint }: Reached,
  seconds = leaseSeconds,
): Promise<void> {
  const kept = await sqlValue(tx, z.boolean())`
    SELECT keep_work(${id}::uuid, ${claim}::uuid, make_interval(secs => ${seconds}::int),
      ${done}::bigint, ${total}::bigint, ${JSON.stringify(checkpoint ?? null)}::jsonb)`;
  if (!kept) throw new TaskLost();
}

/** Ends the task, and tells its member. Throws TaskLost. */
export async function finish(
  tx: Tx,
  claim: Claim,
  place: Place,
  state: TaskState,
  reason: string | null = null,
): Promise<void> {
  const finished = await sqlValue(tx, z.boolean())`
    SELECT finish_work(${claim.id}::uuid, ${claim.claim}::uuid, ${state}::text::"WorkState", ${reason})`;
  if (!finished) throw new TaskLost();
  await tell(tx, claim, place, state);
}

/** Tells the member how far it is. */
export async function tell(
  tx: Tx,
  { id: taskId }: Claim,
  { companyId, memberId, done, total }: Place,
  state: TaskState,
): Promise<void> {
  await publish(tx, { type: "task:progress", companyId, memberId, taskId, state, done, total });
}

/** Whether the task went with its member. */
export async function isGone({ id }: Claim): Promise<boolean> {
  return withScope(everyCompany, (tx) => sqlValue(tx, z.boolean())`SELECT is_work_gone(${id}::uuid)`);
}
