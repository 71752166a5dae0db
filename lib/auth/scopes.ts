import "server-only";
import { z } from "zod";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { type Tx, withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";

/**
 * One transaction in the viewer's company, with the viewer's eyes: the one way to a company's data. Throws NotFound when the
 * viewer's session, membership or company is no longer what made them a viewer.
 */
export function withViewer<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { companyId, memberId, sessionId } = viewer;
  return withScope({}, async (tx) => {
    const rows = await tx.$queryRaw`
      SELECT enter_company(${companyId}::uuid, ${memberId}::uuid, ${sessionId}::uuid) AS entered`;
    const [{ entered }] = z.tuple([z.object({ entered: z.boolean() })]).parse(rows);
    if (!entered) throw new NotFound();
    return work(tx);
  });
}

/** One transaction over what belongs to the account itself, in no company: its settings, sessions and memberships. */
export function withAccount<T>(account: Pick<Account, "userId">, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope({ userId: account.userId }, work);
}
