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
import { clientAddress } from "#lib/auth/requests.ts";
import { signInAsSample } from "#lib/auth/sample-sign-in.ts";
import { emailSchema } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { redeemCode, redeemLink, startSignIn } from "#lib/auth/sign-in.ts";
import { NotFound } from "#lib/errors.ts";
import { askedEmail, rememberEmail } from "./asked-email.ts";
import { withNext } from "./goal.ts";

const goal = z.object({ next: z.string().optional().transform(localPath) });
const code = z
  .string()
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "code"));

const start = publicAction(goal.extend({ email: emailSchema }), async ({ email, next }) => {
  await startSignIn({ email, next, locale: await getLocale(), address: await clientAddress() });
  await rememberEmail(email);
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
  await startSignIn({ email, next, locale: await getLocale(), address: await clientAddress() });
});

export async function requestMailAgain(_: SignInState, form: FormData): Promise<SignInState> {
  const result = await again(goalOf(form));
  return { typed: "", refusal: result.ok ? null : result, done: result.ok };
}

const byCode = publicAction(goal.extend({ code }), async ({ code, next }) => {
  const email = await askedEmail();
  if (!email) redirect("/sign-in");
  const attempt = { email, code, address: await clientAddress(), userAgent: await browserName() };
  await comeIn(await redeemCode(attempt), next);
});

export async function enterByCode(_: SignInState, form: FormData): Promise<SignInState> {
  const typed = textOf(form, "code");
  const result = await byCode({ ...goalOf(form), code: typed });
  return { typed, refusal: result.ok ? null : result };
}

const byLink = publicAction(goal.extend({ token: z.string().max(100) }), async ({ token, next }) => {
  await comeIn(await redeemLink(token, await browserName()), next);
});

export async function enterByLink(_: SignInState, form: FormData): Promise<SignInState> {
  const result = await byLink({ ...goalOf(form), token: textOf(form, "token") });
  return { typed: "", refusal: result.ok ? null : result };
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
  await rememberEmail(null);
  const session = await findSession(token);
  if (!session) throw new NotFound();
  await announceEntering();
  redirect(await landingPath(session.account, next));
}

function goalOf(form: FormData) {
  return { next: textOf(form, "next") };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
