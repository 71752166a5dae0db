import "server-only";
import { createECDH } from "node:crypto";
import { z } from "zod";
import type { Account } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { withScope } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { pushSubscriptionSchema } from "#lib/push/schema.ts";
import { isPublicEndpoint } from "./public-hosts.ts";

/**
 * From now on this browser of the account is woken by push, until its session ends or it says otherwise. Throws Invalid for a push
 * service that is not out in the world or a key that is none, NotFound when the session has ended.
 */
export async function keepPushSubscription(
  account: Account,
  { endpoint, keys }: z.output<typeof pushSubscriptionSchema>,
): Promise<void> {
  if (!isPublicEndpoint(endpoint) || !isPublicKey(keys.p256dh)) throw new Invalid({ endpoint: "push" });
  const { p256dh, auth } = keys;
  const rows = await withAccount(
    account,
    (tx) => tx.$queryRaw`SELECT keep_push_subscription(${newId()}::uuid, ${account.sessionId}::uuid,
      ${endpoint}, ${p256dh}, ${auth}) AS kept`,
  );
  const [{ kept }] = z.tuple([z.object({ kept: z.boolean() })]).parse(rows);
  if (!kept) throw new NotFound();
}

/** Where this browser of the account is woken, or null. */
export async function findPushEndpoint(account: Account): Promise<string | null> {
  const found = await withAccount(account, (tx) =>
    tx.pushSubscription.findFirst({
      where: { userId: account.userId, sessionId: account.sessionId },
      select: { endpoint: true },
    }),
  );
  return found?.endpoint ?? null;
}

/** From now on this browser of the account is woken no more. */
export async function endPushSubscription(account: Account): Promise<void> {
  await withAccount(account, (tx) =>
    tx.pushSubscription.deleteMany({ where: { userId: account.userId, sessionId: account.sessionId } }),
  );
}

/** Forgets a browser of which its push service says that it is gone. */
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
