import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { memberKey, readMemberKey } from "#lib/member-keys.ts";

const purpose = "kept on a device";

/** The key by which a device that keeps what the viewer has begun to write asks, signed in or not, whether they are still a member. */
export function deviceKey({ companyId, memberId }: Pick<Viewer, "companyId" | "memberId">): string {
  return memberKey(purpose, { companyId, memberId });
}

/** Of the members for whom these keys were made, those who are no more: the ids. Of any other key nothing is said. */
export async function findEnded(keys: readonly string[]): Promise<string[]> {
  const ended: string[] = [];
  for (const key of keys) {
    const member = memberOf(key);
    if (member && !(await isMember(member))) ended.push(member.memberId);
  }
  return ended;
}

function memberOf(key: string) {
  try {
    return readMemberKey(purpose, key);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function isMember({ companyId, memberId }: ReturnType<typeof readMemberKey>): Promise<boolean> {
  return withScope({ companyId, memberId }, async (tx) => {
    const members = await tx.member.count({ where: { companyId, id: memberId, status: { not: "LEFT" } } });
    return members > 0;
  });
}
