import { parseInput } from "#lib/answers.ts";
import { answerAccount, answerAccountHere, readJson } from "#lib/auth/routes.ts";
import { pushSubscriptionSchema } from "#lib/push/schema.ts";
import { findRenewalKey, renewPushSubscription } from "#lib/push/subscriptions.ts";

// For the service worker (public/sw.js), which calls no server action, when the browser's push service moves it.

export async function GET(): Promise<Response> {
  return answerAccount(async (account) =>
    Response.json({ publicKey: await findRenewalKey(account) }, { headers: { "Cache-Control": "no-store" } }),
  );
}

export async function POST(request: Request): Promise<Response> {
  return answerAccountHere(async (account) => {
    await renewPushSubscription(account, parseInput(pushSubscriptionSchema, await readJson(request)));
    return new Response(null, { status: 204 });
  });
}
