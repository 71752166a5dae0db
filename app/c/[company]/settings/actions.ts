"use server";

import { refresh, revalidatePath } from "next/cache";
import { z } from "zod";
import type { EndState } from "#components/settings/session-list.tsx";
import { accountAction } from "#lib/auth/actions.ts";
import { savePreferences } from "#lib/auth/preferences.ts";
import { type Preferences, preferencesSchema } from "#lib/auth/schema.ts";
import { endOtherSessions, endSession } from "#lib/auth/sessions.ts";
import type { ActionResult } from "#lib/results.ts";

const save = accountAction(preferencesSchema, async (account, preferences) => {
  await savePreferences(account, preferences);
  // The language and the scheme are the root layout's.
  revalidatePath("/", "layout");
});

export async function saveOwnPreferences(preferences: Preferences): Promise<ActionResult<void>> {
  return save(preferences);
}

const end = accountAction(z.object({ sessionId: z.uuid() }), async (account, { sessionId }) => {
  await endSession(account, sessionId);
  refresh();
});

export async function endOwnSession(state: EndState, form: FormData): Promise<EndState> {
  const result = await end({ sessionId: String(form.get("session")) });
  return result.ok ? { ended: state.ended + 1, refusal: null } : { ...state, refusal: result };
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
