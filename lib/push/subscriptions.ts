import "server-only";
import { createECDH } from "node:crypto";
import { z } from "zod";
import type { Account } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { pushSubscriptionSchema } from "#lib/push/schema.ts";
import { sqlValue } from "#lib/sql.ts";
import { isPublicEndpoint } from "./public-hosts.ts";

/**
 * Turns push on for this browser of the account, until its session ends or it turns push off. Throws Invalid for a push service that is
 * not public or an invalid key, NotFound when the session has ended.
 */
export async function keepPushSubscription(
  account: Account,
  { endpoint, keys }: z.output<typeof pushSubscriptionSchema>,
): Promise<void> {
  if (!isPublicEndpoint(endpoint) || !isPublicKey(keys.p256dh)) throw new Invalid({ endpoint: "push" });
  const { p256dh, auth } = keys;
  const kept = await withAccount(
    account,
    (tx) => sqlValue(tx, z.boolean())`
      SELECT keep_push_subscription(${newId()}::uuid, ${account.sessionId}::uuid, ${endpoint}, ${p256dh}, ${auth})`,
  );
  if (!kept) throw new NotFound();
}

/** The push endpoint of this browser of the account, or null. */
export async function findPushEndpoint(account: Account): Promise<string | null> {
  const own = await findOwn(account);
  return own && !own.goneAt ? own.endpoint : null;
}

/** The key to which this browser binds what it subscribes to again. Throws NotFound unless its session turned push on. */
export async function findRenewalKey(account: Account): Promise<string> {
  const { vapid } = env();
  if (!vapid || !(await findOwn(account))) throw new NotFound();
  return vapid.publicKey;
}

/**
 * As keepPushSubscription, for a browser whose push service moved it, even after that called it gone. Throws NotFound unless its session
 * turned push on: anyone who had the browser before need not be who is here now.
 */
export async function renewPushSubscription(
  account: Account,
  subscription: z.output<typeof pushSubscriptionSchema>,
): Promise<void> {
  if (!(await findOwn(account))) throw new NotFound();
  await keepPushSubscription(account, subscription);
}

async function findOwn({ userId, sessionId }: Account) {
  return withAccount({ userId, sessionId }, (tx) =>
    tx.pushSubscription.findFirst({
      where: { userId, sessionId },
      select: { endpoint: true, goneAt: true },
    }),
  );
}

/** Turns push off for this browser of the account. */
export async function endPushSubscription(account: Account): Promise<void> {
  await withAccount(account, (tx) =>
    tx.pushSubscription.deleteMany({ where: { userId: account.userId, sessionId: account.sessionId } }),
  );
}

/** Removes a subscription that its push service calls gone. */
export async function forgetPushSubscription(endpoint: string): Promise<void> {
  await withScope({}, (tx) => tx.$executeRaw`SELECT forget_push_subscription(${endpoint})`);
}

function isPublicKey(p256dh: string): boolean {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  try {
    curve.computeSecret(p256dh, "base64url");
    return true;
  } catch {
    return false;
  }
}
