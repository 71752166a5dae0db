import "server-only";
import { z } from "zod";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { withAccount, withViewer } from "#lib/auth/scopes.ts";
import { withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { recordFeedEvent } from "#lib/feed/events.ts";
import { listOwnProfile } from "#lib/people/own-profile.ts";
import { sqlValue } from "#lib/sql.ts";

/**
 * Makes an invited account an active member whom nobody finds yet: that comes with the end of their welcome. Joining again changes nothing. Throws
 * NotFound.
 */
export async function joinNetwork(account: Account, slug: string): Promise<void> {
  const invited = await withAccount(account, (tx) =>
    tx.member.findFirst({
      where: {
        userId: account.userId,
        status: { in: ["INVITED", "ACTIVE"] },
        company: { slug, status: "ACTIVE" },
      },
      select: { companyId: true, id: true },
    }),
  );
  if (!invited) throw new NotFound();
  const { companyId, id: memberId } = invited;
  await withScope({ companyId, memberId }, async (tx) => {
    // By the database's clock, as all that is compared with it.
    const joined = await tx.$executeRaw`UPDATE members SET status = 'ACTIVE', joined_at = now()
      WHERE company_id = ${companyId}::uuid AND id = ${memberId}::uuid AND status = 'INVITED'`;
    if (joined > 0) await listOwnProfile(tx, false);
  });
}

/**
 * Ends the viewer's welcome: they are listed, unless they want not to be, and the feed says that they have come. Again it changes nothing. Throws NotFound.
 */
export async function endWelcome(viewer: Viewer, { listed }: { listed: boolean }): Promise<void> {
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    if (!(await sqlValue(tx, z.boolean())`SELECT end_welcome()`)) return;
    await listOwnProfile(tx, listed);
    await recordFeedEvent(tx, companyId, { kind: "JOINED", memberId });
  });
}
