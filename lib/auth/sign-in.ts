import "server-only";
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { type Locale, localeSchema } from "#lib/auth/schema.ts";
import { addSession } from "#lib/auth/sessions.ts";
import { codeHash, newCode, newToken, tokenHash } from "#lib/auth/tokens.ts";
import { enterScope, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { Invalid } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { signInMail, unknownAddressMail } from "#lib/mail/sign-in-mails.ts";

/** How long a mailed link and its code work, in seconds. */
export const signInLife = 10 * 60;

/** How many codes may be tried on one mail. */
const maxAttempts = 5;

const minute = 60;
const limits = {
  mailToAccount: { name: "mail to account", max: 5, seconds: 15 * minute },
  mailFromAddress: { name: "mail from address", max: 30, seconds: 15 * minute },
  codeOfAccount: { name: "code of account", max: 15, seconds: 60 * minute },
  codeFromAddress: { name: "code from address", max: 30, seconds: 15 * minute },
} satisfies Record<string, Limit>;

type SignInRequest = { email: string; locale: Locale; address: string; next?: string | null };

/**
 * Puts a mail on its way: the link and the code of an account, in its language, or, in `locale`, that there is none. Which of the
 * two is known to nobody but the mailbox's owner: both do the same work. `email` as emailSchema gives it, `address` the
 * network's. Throws TooMany.
 */
export async function startSignIn({ email, locale, address, next }: SignInRequest): Promise<void> {
  await countTry(limits.mailFromAddress, address);
  await countTry(limits.mailToAccount, email);
  const id = newId();
  const token = newToken();
  const code = newCode();
  const secrets = { linkHash: tokenHash(token), codeHash: codeHash(code, id) };
  await withScope({ email }, async (tx) => {
    const account = await findAccountOf(tx, email);
    // Both are written, so that neither answer takes longer than the other.
    const known = await signInMail({
      to: email,
      locale: account?.locale ?? locale,
      link: linkOf(token, next),
      code,
    });
    const unknown = await unknownAddressMail({ to: email, locale, front: `${env().appUrl}/sign-in` });
    await tx.signIn.create({
      data: { id, email, ...secrets, expiresAt: new Date(Date.now() + signInLife * 1000) },
    });
    await queueMail(tx, account ? known : unknown);
  });
}

/** Whom a link would sign in, while it still can; null for any other link. Uses nothing up. */
export async function findLink(token: string): Promise<{ email: string } | null> {
  return withScope(linkScope(token), (tx) => livingLink(tx, token));
}

/** Takes a link for a new session, whose token it returns. Throws Invalid for every link that is not good (any more). */
export async function redeemLink(token: string, userAgent: string): Promise<string> {
  const session = await withScope(linkScope(token), async (tx) => {
    const link = await livingLink(tx, token);
    if (!link) return null;
    // Using it also invalidates whatever else was mailed to the address.
    await enterScope(tx, { email: link.email });
    await waitForTurn(tx, link.email);
    // Checked again under the lock: another request may have used it up.
    const still = await livingLink(tx, token);
    return still && signIn(tx, still.email, userAgent);
  });
  if (!session) throw new Invalid({ link: "link" });
  return session;
}

type CodeAttempt = { email: string; code: string; address: string; userAgent: string };

/**
 * Takes a mailed code for a new session, whose token it returns. Throws TooMany, and Invalid for every code that is not good: "code", or
 * "spent" when no code of the mails that were sent can be tried any more.
 */
export async function redeemCode({ email, code, address, userAgent }: CodeAttempt): Promise<string> {
  await countTry(limits.codeFromAddress, address);
  await countTry(limits.codeOfAccount, email);
  const tried = await withScope({ email }, async (tx) => {
    await waitForTurn(tx, email);
    const mailed = { email, expiresAt: { gt: new Date() } };
    const triable = { ...mailed, attempts: { lt: maxAttempts } };
    const living = await tx.signIn.findMany({
      where: { ...triable, usedAt: null },
      select: { id: true, codeHash: true },
    });
    // A try counts against every mail that it might have guessed, and is committed even when it was wrong. A used one counts on: whether
    // somebody signed in, and so has an account, must not be told by how many tries are left.
    await tx.signIn.updateMany({ where: triable, data: { attempts: { increment: 1 } } });
    const left = await tx.signIn.count({ where: triable });
    const right = living.some((one) => timingSafeEqual(one.codeHash, codeHash(code, one.id)));
    return { session: right ? await signIn(tx, email, userAgent) : null, left };
  });
  if (!tried.session) throw new Invalid({ code: tried.left > 0 ? "code" : "spent" });
  return tried.session;
}

/** Spends what was mailed to the address for a session of its account, or for none where it has none: both or neither is committed. */
async function signIn(tx: Tx, email: string, userAgent: string): Promise<string | null> {
  await spendAll(tx, email);
  const account = await findAccountOf(tx, email);
  return account && addSession(tx, account.id, userAgent);
}

const found = z.object({ id: z.uuid(), locale: localeSchema, sample: z.boolean() }).nullable();

/** The account of a mail address, or null: before anybody is signed in. Within a scope of that address. */
export async function findAccountOf(tx: Tx, email: string) {
  return found.parse(
    await tx.user.findUnique({ where: { email }, select: { id: true, locale: true, sample: true } }),
  );
}

function linkOf(token: string, next?: string | null): string {
  const url = new URL(`/sign-in/link/${token}`, env().appUrl);
  const path = localPath(next);
  if (path) url.searchParams.set("next", path);
  return url.href;
}

function linkScope(token: string) {
  return { linkHash: Buffer.from(tokenHash(token)).toString("hex") };
}

async function livingLink(tx: Tx, token: string): Promise<{ email: string } | null> {
  return tx.signIn.findFirst({
    where: { linkHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { email: true },
  });
}

// One at a time for each mail address: of two that come at once, one finds everything used up.
async function waitForTurn(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 20))`;
}

/** Whatever was mailed to the address before is worth nothing from here on. */
async function spendAll(tx: Tx, email: string): Promise<void> {
  await tx.signIn.updateMany({ where: { email, usedAt: null }, data: { usedAt: new Date() } });
}
