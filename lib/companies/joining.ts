import "server-only";
import type { Account } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { recordFeedEvent } from "#lib/feed/events.ts";
import { putOwnSearchDocs } from "#lib/people/search-docs.ts";

/** Makes an invited account an active member: findable, and a line in the feed. Joining again changes nothing. Throws NotFound. */
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
    if (joined === 0) return;
    await putOwnSearchDocs(tx);
    await recordFeedEvent(tx, companyId, { kind: "JOINED", memberId });
  });
}
