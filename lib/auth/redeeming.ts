import "server-only";
import { timingSafeEqual } from "node:crypto";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import { addSession } from "#lib/auth/sessions.ts";
import { findAccountOf } from "#lib/auth/sign-in.ts";
import { codeHash, tokenHash } from "#lib/auth/tokens.ts";
import { enterScope, type Tx, withScope } from "#lib/db.ts";
import { Invalid } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";

/** How many codes may be tried on one mail. */
const maxAttempts = 5;

const minute = 60;
const limits = {
  codeOfAccount: { name: "code of account", max: 15, seconds: 60 * minute },
  codeFromAddress: { name: "code from address", max: 30, seconds: 15 * minute },
} satisfies Record<string, Limit>;

/** A link as a browser opens it; `browser` is the secret that this one asked for a mail with, or null. */
type OpenedLink = { token: string; browser: string | null };

/**
 * Whom a link would sign in, while it still can, and whether this very browser asked for it; null for any other link. Uses nothing up.
 */
export async function findLink({
  token,
  browser,
}: OpenedLink): Promise<{ email: string; askedHere: boolean } | null> {
  const link = await withScope(linkScope(token), (tx) => livingLink(tx, token));
  return link && { email: link.email, askedHere: isAskedBy(browser, link.browserHash) };
}

/**
 * Takes a link for a new session, whose token it returns, in the browser that asked for it. Throws Invalid and uses nothing up elsewhere
 * ("elsewhere": mail scanners press buttons too), and for every link that is not good (any more; "link").
 */
export async function redeemLink({
  token,
  browser,
  userAgent,
}: OpenedLink & { userAgent: string }): Promise<string> {
  const session = await withScope(linkScope(token), async (tx) => {
    const link = await livingLink(tx, token);
    if (!link) return null;
    if (!isAskedBy(browser, link.browserHash)) throw new Invalid({ link: "elsewhere" });
    // Using it also invalidates whatever else was mailed to the address.
    await enterScope(tx, { email: link.email });
    await waitForTurn(tx, link.email);
    // Checked again under the lock: another request may have used it up.
    const still = await livingLink(tx, token);
    if (!still) return null;
    await spendAll(tx, still.email);
    return signIn(tx, { email: still.email, mailId: still.id, userAgent });
  });
  if (!session) throw new Invalid({ link: "link" });
  return session;
}

type CodeAttempt = { email: string; code: string; address: string };

/** Takes a mailed code for a new session, whose token it returns. Throws as spendCode. */
export async function redeemCode({
  userAgent,
  ...attempt
}: CodeAttempt & { userAgent: string }): Promise<string> {
  return spendCode(attempt, (tx, mailId) => signIn(tx, { email: attempt.email, mailId, userAgent }));
}

/**
 * Takes a mailed code for what `proved` does in the same transaction, given the mail's id and in the scope of the address: what it returns.
 * Null from it is a wrong code. Throws TooMany, and Invalid for every code that is not good: "code", or "spent" when no code of the mails
 * that were sent can be tried any more.
 */
export async function spendCode<T>(
  { email, code, address }: CodeAttempt,
  proved: (tx: Tx, mailId: string) => Promise<T | null>,
): Promise<T> {
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
    const right = living.find((one) => timingSafeEqual(one.codeHash, codeHash(code, one.id)));
    if (!right) return { answer: null, left };
    await spendAll(tx, email);
    return { answer: await proved(tx, right.id), left };
  });
  if (tried.answer === null) throw new Invalid({ code: tried.left > 0 ? "code" : "spent" });
  return tried.answer;
}

type Proof = { email: string; mailId: string; userAgent: string };

/** A session of the account of the address, which is made where the mail was a newcomer's; null where there is none. */
async function signIn(tx: Tx, { email, mailId, userAgent }: Proof): Promise<string | null> {
  const accountId = (await findAccountOf(tx, email))?.id ?? (await addAccount(tx, email, mailId));
  return accountId && addSession(tx, accountId, userAgent);
}

/** The account of a newcomer whose mail has just been taken; null for every other mail. */
async function addAccount(tx: Tx, email: string, mailId: string): Promise<string | null> {
  const mail = await tx.signIn.findUnique({ where: { id: mailId }, select: { newcomerLocale: true } });
  if (!mail?.newcomerLocale) return null;
  const id = newId();
  // Not by Prisma, which would write every column's default too.
  await tx.$executeRaw`INSERT INTO users (id, email, locale) VALUES (${id}::uuid, ${email}, ${mail.newcomerLocale})`;
  return id;
}

function linkScope(token: string) {
  return { linkHash: Buffer.from(tokenHash(token)).toString("hex") };
}

async function livingLink(tx: Tx, token: string) {
  return tx.signIn.findFirst({
    where: { linkHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, browserHash: true },
  });
}

/** False too for a mail that was asked for before mails knew their browser. */
function isAskedBy(browser: string | null, hash: Uint8Array | null): boolean {
  return browser !== null && hash !== null && timingSafeEqual(tokenHash(browser), hash);
}

// One at a time for each mail address: of two that come at once, one finds everything used up.
async function waitForTurn(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 20))`;
}

/** Whatever was mailed to the address before is worth nothing from here on. */
async function spendAll(tx: Tx, email: string): Promise<void> {
  // By the database's clock: it asks itself how long ago it was.
  await tx.$executeRaw`UPDATE sign_ins SET used_at = now() WHERE email = ${email} AND used_at IS NULL`;
}
