import "server-only";
import { createSession } from "#lib/auth/sessions.ts";
import { findAccountOf } from "#lib/auth/sign-in.ts";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";

/**
 * Opens a session of a made-up person of the sample world, without asking who it is, and returns its token. Throws NotFound for
 * everybody else, and for everybody wherever real people could be: see env().sampleDoors.
 */
export async function signInAsSample(email: string, userAgent: string): Promise<string> {
  if (!env().sampleDoors) throw new NotFound();
  const account = await withScope({ email }, (tx) => findAccountOf(tx, email));
  if (!account?.sample) throw new NotFound();
  return createSession(account.id, userAgent);
}
