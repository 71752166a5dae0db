import "server-only";
import type { Account, Membership, Viewer } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { noteMember } from "#lib/request-context.ts";

/** The account as an active member of the company with this slug. Throws NotFound for any other account or company. */
export async function findViewer(account: Account, slug: string): Promise<Viewer> {
  const member = await withAccount(account, (tx) =>
    tx.member.findFirst({
      where: { userId: account.userId, status: "ACTIVE", company: { slug, status: "ACTIVE" } },
      select: { companyId: true, id: true, kind: true, role: true },
    }),
  );
  if (!member) throw new NotFound();
  const { id: memberId, ...rest } = member;
  noteMember({ companyId: member.companyId, memberId });
  return { ...rest, memberId, userId: account.userId, sessionId: account.sessionId };
}

/** The same of an active membership that was found with the account's session. */
export function viewerOf({ userId, sessionId }: Account, membership: Membership): Viewer {
  const { companyId, memberId, kind, role } = membership;
  noteMember({ companyId, memberId });
  return { companyId, memberId, kind, role, userId, sessionId };
}
