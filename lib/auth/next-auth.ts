import "server-only";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { cache } from "react";
import { sessionCookie } from "#lib/auth/cookie.ts";
import type { Account } from "#lib/auth/schema.ts";
import { createSession, endSession, findSession, renewSession, sessionLife } from "#lib/auth/sessions.ts";
import { awayCode } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { InvariantError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

declare module "next-auth" {
  interface Session {
    account: Account;
  }
  interface User {
    account?: Account;
  }
}

/** findSession, once for each page: next-auth asks for the session, and so do those who read what was found with it. */
export const sessionOf = cache(findSession);

/** Sessions are next-auth's; signing in is ours (sign-in.ts), since its mail links are consumed by a GET and carry no code. */
export const { auth, handlers, signOut } = NextAuth(
  (): NextAuthConfig => ({
    adapter,
    secret: env().secret,
    trustHost: true,
    session: { strategy: "database", maxAge: sessionLife, updateAge: 60 * 60 },
    cookies: { sessionToken: sessionCookie() },
    providers: [],
    // The database is away: findAccount asks again, and that error is reported.
    logger: { error: (error) => awayCode(error) === null && log.error("next-auth failed", { err: error }) },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    callbacks: {
      session: async ({ session, user }) => ({ expires: session.expires, account: accountOf(user) }),
    },
  }),
);

// next-auth hands the user of getSessionAndUser to the session callback as it is: the account travels in it.
function accountOf({ account }: { account?: Account }): Account {
  if (!account) throw new InvariantError("a session without an account");
  return account;
}

const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const found = await sessionOf(sessionToken);
    if (!found) return null;
    const { account, expires } = found;
    const user = { id: account.userId, email: account.email, emailVerified: null, account };
    return { session: { sessionToken, userId: account.userId, expires }, user };
  },
  async updateSession({ sessionToken }) {
    const found = await findSession(sessionToken);
    if (found) await renewSession(found.account);
    return null;
  },
  async deleteSession(sessionToken) {
    const found = await findSession(sessionToken);
    if (found) await endSession(found.account, found.account.sessionId);
  },
  async createSession({ userId, expires }) {
    return { sessionToken: await createSession(userId, ""), userId, expires };
  },
  // next-auth requires these, but only providers would call them, and there are none.
  createUser: refuse,
  getUser: refuse,
  getUserByEmail: refuse,
  getUserByAccount: refuse,
  updateUser: refuse,
  linkAccount: refuse,
};

function refuse(): never {
  throw new InvariantError("accounts come from invitations, not from a next-auth provider");
}
