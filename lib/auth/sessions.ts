import "server-only";
import { z } from "zod";
import {
  type Account,
  colorSchemeSchema,
  localeSchema,
  type Membership,
  membershipSchema,
} from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { newToken, tokenHash } from "#lib/auth/tokens.ts";
import { callOnce, enterScope, type Tx, withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { parseRows } from "#lib/sql.ts";

/** How long a session lives after one of its browser's requests, in seconds; what its sockets do counts for nothing. */
export const sessionLife = 60 * 60 * 24 * 30;
/** How often at most a session is renewed, in seconds. */
const renewalPause = 60 * 60;

const foundSession = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  expiresAt: z.number().transform((seconds) => new Date(seconds * 1000)),
  email: z.string(),
  locale: localeSchema,
  timeZone: z.string(),
  colorScheme: colorSchemeSchema,
  sample: z.boolean(),
  memberships: z.array(membershipSchema),
});

/** Starts a session of a user and returns its token, which is nowhere else. */
export async function createSession(userId: string, userAgent: string): Promise<string> {
  return withScope({}, (tx) => addSession(tx, userId, userAgent));
}

/** As createSession, within a transaction, which is in the scope of that sign-in from then on. */
export async function addSession(tx: Tx, userId: string, userAgent: string): Promise<string> {
  await enterScope(tx, { userId, process: "sign-in" });
  const token = newToken();
  await tx.session.create({
    data: {
      id: newId(),
      tokenHash: tokenHash(token),
      userId,
      userAgent: userAgent.slice(0, 400),
      expiresAt: lifeFromNow(),
    },
  });
  return token;
}

type FoundSession = { account: Account; expires: Date; memberships: Membership[] };

/** The account of a living session, when the session ends, and where the account belongs to or is invited, by name; or null. */
export async function findSession(token: string): Promise<FoundSession | null> {
  const rows = await callOnce("find_session", findSessionText, [tokenHash(token)]);
  const [found] = parseRows(foundSession, rows);
  if (!found) return null;
  const { id: sessionId, expiresAt: expires, memberships, ...account } = found;
  return { account: { sessionId, ...account }, expires, memberships };
}

// By its whole name and without a date as text: no setting of the connection or the role changes what that means.
const findSessionText = `SELECT id, user_id, extract(epoch FROM expires_at)::float8 AS expires_at, email, locale, time_zone, color_scheme,
  sample, memberships FROM public.find_session($1)`;

/** Whether a request that finds the session has to renew it: an hour has passed since the last one that did. */
export function isToBeRenewed({ expires }: Pick<FoundSession, "expires">): boolean {
  return expires.getTime() < Date.now() + (sessionLife - renewalPause) * 1000;
}

/** Marks a session as seen now and moves its end. */
export async function renewSession(account: Account): Promise<void> {
  await withAccount(account, (tx) =>
    tx.session.updateMany({
      where: { id: account.sessionId },
      data: { lastSeenAt: new Date(), expiresAt: lifeFromNow() },
    }),
  );
}

type SessionCard = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

/** The account's living sessions, the last seen first, at most 50. */
export async function listSessions(account: Account): Promise<SessionCard[]> {
  const rows = await withAccount(account, (tx) =>
    tx.session.findMany({
      where: { expiresAt: { gt: new Date() } },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: 50,
    }),
  );
  return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    id,
    userAgent,
    createdAt,
    lastSeenAt,
    current: id === account.sessionId,
  }));
}

/** Ends one session of the account; a trigger tells the sidecar, which cuts its sockets. Throws NotFound. */
export async function endSession(account: Account, sessionId: string): Promise<void> {
  const { count } = await withAccount(account, (tx) => tx.session.deleteMany({ where: { id: sessionId } }));
  if (count === 0) throw new NotFound();
}

/** Ends all of the account's sessions but the one that asks. Returns how many. */
export async function endOtherSessions(account: Account): Promise<number> {
  const { count } = await withAccount(account, (tx) =>
    tx.session.deleteMany({ where: { id: { not: account.sessionId } } }),
  );
  return count;
}

function lifeFromNow(): Date {
  return new Date(Date.now() + sessionLife * 1000);
}
