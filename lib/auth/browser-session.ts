import "server-only";
import { cookies, headers } from "next/headers";
import { sessionCookie } from "#lib/auth/cookie.ts";
import { endSession, findSession, sessionLife } from "#lib/auth/sessions.ts";

/** Puts this browser into a new session, and ends the one that it was in. */
export async function enterSession(token: string): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const before = jar.get(name)?.value;
  jar.set(name, token, { ...options, expires: new Date(Date.now() + sessionLife * 1000) });
  const found = before && (await findSession(before));
  if (found) await endSession(found.account, found.account.sessionId);
}

/** How the browser that asks calls itself. */
export async function browserName(): Promise<string> {
  return (await headers()).get("user-agent") ?? "";
}
