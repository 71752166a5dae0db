"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { announceEntering } from "#app/(public)/entering.ts";
import { askingBrowser, rememberAsking } from "#app/(public)/sign-in/asking.ts";
import { withNext } from "#app/(public)/sign-in/goal.ts";
import type { InvitationState } from "#components/front/invitation-state.ts";
import { accountAction, publicAction } from "#lib/auth/actions.ts";
import { browserName, enterSession, leaveSession } from "#lib/auth/browser-session.ts";
import { clientAddress } from "#lib/auth/requests.ts";
import { type Account, codeSchema } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { newToken } from "#lib/auth/tokens.ts";
import { NotFound } from "#lib/errors.ts";
import { invitationHref, welcomeHref } from "#lib/hrefs.ts";
import { joinNetwork } from "#lib/joining/joining.ts";
import {
  acceptInvitation,
  enterByInvitation,
  noteInvitationOpened,
  refuseInvitation,
} from "#lib/joining/links.ts";

const token = z.string().max(100);

export const noteOpenedAction = publicAction(z.object({ token }), (given) =>
  noteInvitationOpened(given.token),
);

const byAccount = accountAction(z.object({ token }), (account, given) =>
  takeInvitation(account, given.token),
);

/** By the code of the mail, in a browser that is not signed in. */
const byCode = publicAction(z.object({ token, code: codeSchema }), async (given) => {
  const from = { address: await clientAddress(), userAgent: await browserName(), locale: await getLocale() };
  const entered = await enterByInvitation({ ...given, ...from });
  if ("email" in entered) return askToSignIn(entered.email, invitationHref(given.token), from.address);
  await enterSession(entered.session);
  const session = await findSession(entered.session);
  if (!session) throw new NotFound();
  return takeInvitation(session.account, given.token);
});

export async function joinAction(_: InvitationState, form: FormData): Promise<InvitationState> {
  const [given, code] = [String(form.get("token")), form.get("code")];
  if (typeof code !== "string") {
    const result = await byAccount({ token: given });
    return { typed: "", refusal: result.ok ? null : result };
  }
  const result = await byCode({ token: given, code });
  return { typed: code, refusal: result.ok ? null : result };
}

/** Who is signed in as somebody else comes back here signed out. */
const signOut = publicAction(z.object({ token }), async (given) => {
  await leaveSession();
  redirect(invitationHref(given.token));
});

export async function otherAccountAction(form: FormData): Promise<void> {
  await signOut({ token: String(form.get("token")) });
}

const refuse = publicAction(z.object({ token }), (given) => refuseInvitation(given.token));

export async function refuseAction(_: InvitationState, form: FormData): Promise<InvitationState> {
  const result = await refuse({ token: String(form.get("token")) });
  return { typed: "", refusal: result.ok ? null : result, done: result.ok };
}

async function takeInvitation(account: Account, given: string): Promise<never> {
  const slug = await acceptInvitation(account, given);
  await joinNetwork(account, slug);
  await announceEntering();
  redirect(welcomeHref(slug));
}

/** An account that is there is signed in to in its own way, and comes back here. */
async function askToSignIn(email: string, next: string, address: string): Promise<never> {
  const browser = (await askingBrowser()) ?? newToken();
  await startSignIn({ email, next, browser, locale: await getLocale(), address });
  await rememberAsking(email, browser);
  redirect(withNext("/sign-in/code", next));
}
