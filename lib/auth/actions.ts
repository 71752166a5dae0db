import "server-only";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { allowances } from "#lib/allowance.ts";
import { parseInput, refusalOf, timeAction } from "#lib/answers.ts";
import { findAccount, requireOwnOrigin } from "#lib/auth/requests.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { NotFound } from "#lib/errors.ts";
import type { ActionResult } from "#lib/results.ts";

/**
 * A server action of a member: `(slug, input)` in, the result or one of the few errors out; it never throws. Each counts for what its
 * user may ask of this process.
 */
export function viewerAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>, account: Account) => Promise<T>,
) {
  return async (slug: string, input: z.input<Schema>): Promise<ActionResult<T>> =>
    answer(async () => {
      const account = await signedIn();
      const viewer = await findViewer(account, String(slug));
      return command(viewer, parseInput(schema, input), account);
    });
}

/** The same, of what changes the page it stands on: that shows what stands then, also where somebody else was first. */
export function changingAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>, account: Account) => Promise<T>,
) {
  return viewerAction(schema, (viewer, input, account) => {
    refresh();
    return command(viewer, input, account);
  });
}

/** A server action of an account, in no company; it counts as a member's does. */
export function accountAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (account: Account, input: z.output<Schema>) => Promise<T>,
) {
  return async (input: z.input<Schema>): Promise<ActionResult<T>> =>
    answer(async () => command(await signedIn(), parseInput(schema, input)));
}

/** A server action of anybody, signed in or not. */
export function publicAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<T>,
) {
  return async (input: z.input<Schema>): Promise<ActionResult<T>> =>
    answer(() => command(parseInput(schema, input)));
}

async function answer<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  const end = timeAction("action");
  try {
    await requireOwnOrigin();
    const data = await work();
    end("ok");
    return { ok: true, data };
  } catch (error) {
    rethrowLeading(error, end);
    const refusal = refusalOf(error);
    end(refusal.code);
    return refusal;
  }
}

/** Next leads to another page by throwing: that goes on to it. */
function rethrowLeading(error: unknown, end: ReturnType<typeof timeAction>): void {
  try {
    unstable_rethrow(error);
  } catch (leading) {
    end("led away");
    throw leading;
  }
}

async function signedIn(): Promise<Account> {
  const account = await findAccount();
  if (!account) throw new NotFound();
  allowances().commands.take(account.userId);
  return account;
}
