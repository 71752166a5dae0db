"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { EndState } from "#components/settings/ended-note.tsx";
import { accountAction, viewerAction } from "#lib/auth/actions.ts";
import { endOtherSessions, endSession } from "#lib/auth/sessions.ts";
import { unblockMember } from "#lib/chat/blocks.ts";
import { otherMemberSchema } from "#lib/chat/group-input.ts";
import { listTimeZones } from "#lib/i18n/time-zones.ts";
import { pushSubscriptionSchema } from "#lib/push/schema.ts";
import { endPushSubscription, keepPushSubscription } from "#lib/push/subscriptions.ts";
import type { ActionResult } from "#lib/results.ts";

/** All time zones in the reader's language. */
export const listAllTimeZones = accountAction(z.object({}), async () =>
  listTimeZones(await getLocale(), new Date()),
);

const end = accountAction(z.object({ sessionId: z.uuid() }), async (account, { sessionId }) => {
  await endSession(account, sessionId);
  refresh();
});

export async function endOwnSession(state: EndState, form: FormData): Promise<EndState> {
  return oneMore(state, await end({ sessionId: String(form.get("session")) }));
}

const endOthers = accountAction(z.object({}), async (account) => {
  const ended = await endOtherSessions(account);
  refresh();
  return ended;
});

export async function endOwnOtherSessions(state: EndState): Promise<EndState> {
  const result = await endOthers({});
  return result.ok ? { ended: state.ended + result.data, refusal: null } : { ...state, refusal: result };
}

const endBlock = viewerAction(otherMemberSchema, async (viewer, { memberId }) => {
  await unblockMember(viewer, memberId);
  refresh();
});

export async function endOwnBlock(company: string, state: EndState, form: FormData): Promise<EndState> {
  return oneMore(state, await endBlock(company, { memberId: String(form.get("member")) }));
}

function oneMore(state: EndState, result: ActionResult<void>): EndState {
  return result.ok ? { ended: state.ended + 1, refusal: null } : { ...state, refusal: result };
}

export const keepOwnPush = accountAction(pushSubscriptionSchema, async (account, subscription) => {
  await keepPushSubscription(account, subscription);
  refresh();
});

const endPush = accountAction(z.undefined(), async (account) => {
  await endPushSubscription(account);
  refresh();
});

export async function endOwnPush(): Promise<ActionResult<void>> {
  return endPush(undefined);
}
