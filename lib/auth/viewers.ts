import "server-only";
import type { Account, Viewer } from "#lib/auth/schema.ts";
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

/** Whether the account is invited to the company with this slug and has not joined it. */
export async function isInvited(account: Account, slug: string): Promise<boolean> {
  const invited = await withAccount(account, (tx) =>
    tx.member.count({
      where: { userId: account.userId, status: "INVITED", company: { slug, status: "ACTIVE" } },
    }),
  );
  return invited > 0;
}
