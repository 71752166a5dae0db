import "server-only";
import { cookies, headers } from "next/headers";
import { sessionCookie } from "#lib/auth/cookie.ts";
import { endSession, findSession } from "#lib/auth/sessions.ts";
import { NotFound } from "#lib/errors.ts";

/**
 * How long a browser keeps the cookie, in seconds: as long as browsers keep any. When the session ends its row alone decides, which is
 * renewed by coming back; the cookie is not, since pages cannot set one.
 */
const cookieLife = 60 * 60 * 24 * 400;

/** Puts this browser into a new session, and ends the one that it was in. */
export async function enterSession(token: string): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const before = jar.get(name)?.value;
  jar.set(name, token, { ...options, expires: new Date(Date.now() + cookieLife * 1000) });
  const found = before && (await findSession(before));
  if (found) await endSession(found.account, found.account.sessionId);
}

/** Ends the session that this browser is in, and then takes its cookie: where that can't be done, one may try again. */
export async function leaveSession(): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const token = jar.get(name)?.value;
  const found = token && (await findSession(token));
  if (found) await endSession(found.account, found.account.sessionId).catch(passOver);
  jar.set(name, "", { ...options, maxAge: 0 });
}

/** It has ended meanwhile. */
function passOver(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}

/** How the browser that asks calls itself. */
export async function browserName(): Promise<string> {
  return (await headers()).get("user-agent") ?? "";
}
