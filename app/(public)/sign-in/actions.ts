"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { announceEntering } from "#app/(public)/entering.ts";
import { landingPath } from "#app/(public)/landing.ts";
import type { SignInState } from "#components/front/sign-in-state.ts";
import { publicAction } from "#lib/auth/actions.ts";
import { browserName, enterSession } from "#lib/auth/browser-session.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { findLink, redeemCode, redeemLink } from "#lib/auth/redeeming.ts";
import { clientAddress } from "#lib/auth/requests.ts";
import { signInAsSample } from "#lib/auth/sample-sign-in.ts";
import { codeSchema, emailSchema } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { newToken } from "#lib/auth/tokens.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { askedEmail, askingBrowser, forgetAsking, rememberAsking } from "./asking.ts";
import { findGoalInvitation, withNext } from "./goal.ts";

const goal = z.object({ next: z.string().optional().transform(localPath) });
const token = z.string().max(100);

const start = publicAction(goal.extend({ email: emailSchema }), async ({ email, next }) => {
  await ask(email, next);
  redirect(withNext("/sign-in/code", next));
});

export async function requestMail(_: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, "email");
  const result = await start({ ...goalOf(form), email });
  return { typed: email, refusal: result.ok ? null : result };
}

const again = publicAction(goal, async ({ next }) => {
  const email = await askedEmail();
  if (!email) throw new NotFound();
  await ask(email, next);
});

export async function requestMailAgain(_: SignInState, form: FormData): Promise<SignInState> {
  const result = await again(goalOf(form));
  return { typed: "", refusal: result.ok ? null : result, done: result.ok };
}

const byCode = publicAction(goal.extend({ code: codeSchema }), async ({ code, next }) => {
  const email = await askedEmail();
  if (!email) redirect("/sign-in");
  await comeIn(await redeemCode({ email, code, ...(await origin()) }), next);
});

export async function enterByCode(_: SignInState, form: FormData): Promise<SignInState> {
  const typed = textOf(form, "code");
  const result = await byCode({ ...goalOf(form), code: typed });
  return { typed, refusal: result.ok ? null : result };
}

const byLink = publicAction(goal.extend({ token }), async ({ token, next }) => {
  const opened = { token, browser: await askingBrowser(), userAgent: await browserName() };
  await comeIn(await redeemLink(opened), next);
});

export async function enterByLink(_: SignInState, form: FormData): Promise<SignInState> {
  const result = await byLink({ ...goalOf(form), token: textOf(form, "token") });
  return { typed: "", refusal: result.ok ? null : result };
}

const byLinkElsewhere = publicAction(
  goal.extend({ token, code: codeSchema }),
  async ({ token, code, next }) => {
    const link = await findLink({ token, browser: null });
    if (!link) throw new Invalid({ link: "link" });
    await comeIn(await redeemCode({ email: link.email, code, ...(await origin()) }), next);
  },
);

/** In a browser that did not ask for the link: by the code of its mail as well. */
export async function enterByLinkElsewhere(_: SignInState, form: FormData): Promise<SignInState> {
  const typed = textOf(form, "code");
  const result = await byLinkElsewhere({ ...goalOf(form), token: textOf(form, "token"), code: typed });
  return { typed, refusal: result.ok ? null : result };
}

const bySample = publicAction(goal.extend({ email: emailSchema }), async ({ email, next }) => {
  await comeIn(await signInAsSample(email, await browserName()), next);
});

export async function enterAsSample(_: SignInState, form: FormData): Promise<SignInState> {
  const result = await bySample({ ...goalOf(form), email: textOf(form, "email") });
  return { typed: "", refusal: result.ok ? null : result };
}

async function comeIn(token: string, next: string | null): Promise<never> {
  await enterSession(token);
  await forgetAsking();
  const session = await findSession(token);
  if (!session) throw new NotFound();
  await announceEntering();
  redirect(await landingPath(session.account, next));
}

async function ask(email: string, next: string | null): Promise<void> {
  // The same for every mail that this browser asks for meanwhile: an earlier one's link goes on working here.
  const browser = (await askingBrowser()) ?? newToken();
  const address = await clientAddress();
  // Who comes with an invitation needs no account: one is made.
  const newcomer = (await findGoalInvitation(next)) !== null;
  await startSignIn({ email, next, browser, locale: await getLocale(), address, newcomer });
  await rememberAsking(email, browser);
}

/** Whence a code is tried. */
async function origin() {
  return { address: await clientAddress(), userAgent: await browserName() };
}

function goalOf(form: FormData) {
  return { next: textOf(form, "next") };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
