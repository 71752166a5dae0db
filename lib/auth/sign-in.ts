import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { type Account, type Locale, localeSchema } from "#lib/auth/schema.ts";
import { codeHash, newCode, newToken, tokenHash } from "#lib/auth/tokens.ts";
import { type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { deletionMail, signInMail, unknownAddressMail } from "#lib/mail/sign-in-mails.ts";

/** How long a mailed link and its code work, in seconds. */
export const signInLife = 10 * 60;

const minute = 60;
const limits = {
  mailToAccount: { name: "mail to account", max: 5, seconds: 15 * minute },
  mailFromAddress: { name: "mail from address", max: 30, seconds: 15 * minute },
} satisfies Record<string, Limit>;

type SignInRequest = {
  email: string;
  locale: Locale;
  address: string;
  /** The secret of the browser that asks: only there the link signs in by one press. */
  browser: string;
  next?: string | null;
  /** Somebody who may come in without an account: where the address has none, taking the link or the code makes one, in `locale`. */
  newcomer?: boolean;
};

/**
 * Puts a mail on its way: the link and the code of an account, in its language, or, in `locale`, that there is none. Which of the
 * two is known to nobody but the mailbox's owner: both do the same work. `email` as emailSchema gives it, `address` the
 * network's. Throws TooMany.
 */
export async function startSignIn({
  email,
  locale,
  address,
  browser,
  next,
  newcomer = false,
}: SignInRequest): Promise<void> {
  await countTry(limits.mailFromAddress, address);
  await countTry(limits.mailToAccount, email);
  const id = newId();
  const token = newToken();
  const code = newCode();
  const secrets = {
    linkHash: tokenHash(token),
    codeHash: codeHash(code, id),
    browserHash: tokenHash(browser),
  };
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
      data: {
        id,
        email,
        ...secrets,
        newcomerLocale: newcomer ? locale : null,
        expiresAt: new Date(Date.now() + signInLife * 1000),
      },
    });
    await queueMail(tx, account || newcomer ? known : unknown);
  });
}

/**
 * Puts a mail on its way to the account itself with a code by which it can be deleted. It has no link: nothing is deleted by a press.
 * Throws TooMany.
 */
export async function mailDeletionCode({ email, locale }: Account, address: string): Promise<void> {
  await countTry(limits.mailFromAddress, address);
  await countTry(limits.mailToAccount, email);
  const id = newId();
  const code = newCode();
  await withScope({ email }, async (tx) => {
    await tx.signIn.create({
      data: {
        id,
        email,
        linkHash: tokenHash(newToken()),
        codeHash: codeHash(code, id),
        expiresAt: new Date(Date.now() + signInLife * 1000),
      },
    });
    await queueMail(tx, await deletionMail({ to: email, locale, code }));
  });
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
