import "server-only";
import { z } from "zod";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import {
  type NotificationKind,
  type NotificationSources,
  notificationSchema,
} from "#lib/notifications/schema.ts";
import { markTold, queueAll } from "#lib/notifications/sources.ts";
import type { PushPayload } from "#lib/push/schema.ts";
import { sendPush } from "#lib/push/sending.ts";
import { forgetPushSubscription } from "#lib/push/subscriptions.ts";
import { sqlRows } from "#lib/sql.ts";

const maxAtOnce = 50;

const claimSchema = notificationSchema.extend({
  subscriptions: z.array(z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() })),
});
type Claim = z.infer<typeof claimSchema>;
type Push = { claim: Claim; write: () => Promise<PushPayload> };

/**
 * Sends the pushes that are due, each once, however many workers there are. Returns how many the push services accepted. What a service
 * refuses is logged and not tried again: where no browser of somebody's took it, the mail follows.
 */
export async function sendDuePushes(sources: NotificationSources): Promise<number> {
  if (!env().vapid) return 0;
  await queueAll(sources, "push");
  let sent = 0;
  // A short batch does not mean that the queue is empty, since what was read meanwhile is claimed too: loop until a claim returns none.
  for (let due = await claimPushes(sources); due.claimed > 0; due = await claimPushes(sources)) {
    for (const count of await allSettled(due.pushes.map((push) => tell(sources, push)))) sent += count;
  }
  return sent;
}

async function claimPushes(sources: NotificationSources): Promise<{ claimed: number; pushes: Push[] }> {
  return withScope(everyCompany, async (tx) => {
    const claims = await sqlRows(tx, claimSchema)`SELECT * FROM claim_pushes(${maxAtOnce}::int)`;
    const pushes: Push[] = [];
    for (const [kind, due] of Map.groupBy(claims, (claim) => claim.kind))
      pushes.push(...(await findPushes(tx, sources, kind, due)));
    return { claimed: claims.length, pushes };
  });
}

async function findPushes(
  tx: Tx,
  sources: NotificationSources,
  kind: NotificationKind,
  due: Claim[],
): Promise<Push[]> {
  const words = await sources[kind].findPushes(tx, due);
  const told = due.flatMap((claim, index) => {
    const said = words[index];
    return said ? [{ ...claim, ...said, claim }] : [];
  });
  await markTold(tx, "push", kind, told);
  return told.map(({ claim, write }) => ({ claim, write }));
}

/** Tells one member by push, or else has it mailed; returns how many pushes were sent. */
async function tell(sources: NotificationSources, push: Push): Promise<number> {
  const sent = await send(push);
  const { kind } = push.claim;
  if (sent === 0) await withScope(everyCompany, async (tx) => sources[kind].mailInstead?.(tx, push.claim));
  return sent;
}

/** Sends one push to all the browsers of its member; returns how many were sent. A failure is logged, so that the others still go out. */
async function send({ claim: { subscriptions }, write }: Push): Promise<number> {
  let payload: PushPayload;
  try {
    payload = await write();
  } catch (error) {
    log.error("a push that cannot be written", { err: error });
    return 0;
  }
  const told = await allSettled(
    subscriptions.map(async (address) => {
      const outcome = await sendPush(address, payload);
      if (outcome === "gone") await forgetPushSubscription(address.endpoint);
      // Anyone who knows the address can push to that browser: the log has only the service's host.
      else if (outcome !== "sent")
        log.warn("a push service refused a push", {
          host: new URL(address.endpoint).host,
          ...outcome.failure,
        });
      metrics().pushes.inc({ outcome: typeof outcome === "string" ? outcome : "failed" });
      return outcome === "sent" ? 1 : 0;
    }),
  );
  return told.reduce<number>((sum, count) => sum + count, 0);
}

/** What all of them came to. Throws what the first threw that failed, once none of the others is under way any more. */
async function allSettled<T>(works: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
