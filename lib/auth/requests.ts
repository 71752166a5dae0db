import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { sessionCookie } from "#lib/auth/cookie.ts";
import { pathHeader } from "#lib/auth/path-header.ts";
import type { Account, Membership, Viewer } from "#lib/auth/schema.ts";
import { findSession, isToBeRenewed, renewSession } from "#lib/auth/sessions.ts";
import { viewerOf } from "#lib/auth/viewers.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import { welcomeHref } from "#lib/hrefs.ts";
import { swallow } from "#lib/swallow.ts";

/** The session of the browser that makes this request, or null: read once, and renewed where that is due. */
const findOwnSession = cache(async () => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const found = token ? await findSession(token) : null;
  // Where it can't be, it is the next time; one that has ended meanwhile is refused by whatever is read.
  if (found && isToBeRenewed(found)) await renewSession(found.account).catch(swallow("renewing a session"));
  return found;
});

/** The account that makes this request, or null. */
export async function findAccount(): Promise<Account | null> {
  return (await findOwnSession())?.account ?? null;
}

/** Where the account that makes this request belongs to or is invited, by name: read with its session. */
export async function findMemberships(): Promise<Membership[]> {
  return (await findOwnSession())?.memberships ?? [];
}

/** The account that makes this request; without one, the page leads to the sign-in, and that back here. */
export async function requireAccount(): Promise<Account> {
  return (await findAccount()) ?? redirect(`/sign-in?next=${encodeURIComponent(await askedPath())}`);
}

/**
 * The viewer of a page under /c/{slug}. Signed out: to the sign-in and back. Invited and not yet there: to where one joins. Just come in: to where one is
 * welcomed. No member, or no active one: the not-found page.
 */
export const requireViewer = cache(async (slug: string): Promise<Viewer> => {
  const account = await requireAccount();
  const membership = (await findMemberships()).find((one) => one.slug === slug);
  if (!membership) notFound();
  if (membership.status === "INVITED") redirect("/companies");
  const welcome = welcomeHref(slug);
  if (!membership.welcomed && !(await askedPath()).startsWith(welcome)) redirect(welcome);
  return viewerOf(account, membership);
});

/** Throws NotFound unless the request comes from a page of ours. Whatever changes something asks for it. */
export async function requireOwnOrigin(): Promise<void> {
  // proxy.ts refuses the same for pages; routes come here alone.
  const origin = (await headers()).get("origin");
  if (!origin || !env().origins.includes(origin)) throw new NotFound();
}

async function askedPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? "/companies";
}

/** The network address that the request came from, as far as the settings let us believe it. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for")?.split(",");
  // Without a proxy it is the peer's own (peer-addresses.ts); a proxy that we trust appends the peer's to it.
  return (env().trustProxy ? forwarded?.at(-1) : forwarded?.at(0))?.trim() ?? "unknown";
}
