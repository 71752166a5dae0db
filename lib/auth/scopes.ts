import "server-only";
import { z } from "zod";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { type Tx, withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { type ReadTx, readWithin } from "#lib/reads.ts";
import { sqlValue } from "#lib/sql.ts";

/**
 * As withViewer, for work that only reads: what one request reads shares a transaction, and what is asked in one turn is one prepared
 * statement (lib/reads.ts). Throws NotFound as withViewer does. `work` may run twice.
 */
export function readAs<T>(viewer: Viewer, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  const { companyId, memberId, sessionId } = viewer;
  return readWithin({ call: "enter_company", ids: [companyId, memberId, sessionId] }, work);
}

/**
 * One transaction in the viewer's company, with the viewer's eyes: with readAs the one way to a company's data. Throws NotFound when the
 * viewer's session, membership or company is no longer what made them a viewer.
 */
export function withViewer<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { companyId, memberId, sessionId } = viewer;
  return withScope({}, async (tx) => {
    const entered = await sqlValue(
      tx,
      z.boolean(),
    )`SELECT enter_company(${companyId}::uuid, ${memberId}::uuid, ${sessionId}::uuid)`;
    if (!entered) throw new NotFound();
    return work(tx);
  });
}

/**
 * One transaction over what belongs to the account itself, in no company: its settings, sessions and memberships. Throws NotFound when the
 * session has ended.
 */
export function withAccount<T>(
  { userId, sessionId }: Pick<Account, "userId" | "sessionId">,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withScope({}, async (tx) => {
    const entered = await sqlValue(
      tx,
      z.boolean(),
    )`SELECT enter_account(${userId}::uuid, ${sessionId}::uuid)`;
    if (!entered) throw new NotFound();
    return work(tx);
  });
}
