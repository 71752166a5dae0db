import "server-only";
import { countTries, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import type { ThreadKind } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, TooMany } from "#lib/errors.ts";

const day = 24 * 60 * 60;

/** Anyone who is asked gets a push and a mail: to talk with one, or into a group, which may be one of many. Over all companies of a user. */
const limits = {
  DIRECT: { name: "asked by user", max: 30, seconds: day },
  GROUP: { name: "invited by user", max: 1_000, seconds: day },
} satisfies Record<ThreadKind, Limit>;

/**
 * Counts those of these members, new in a thread of the viewer's, whose consent the viewer needs. Throws Invalid for `memberIds` where
 * they are more than one may ask in a day: the transaction then asks nobody.
 */
export async function countAsked(
  tx: Tx,
  { companyId, userId }: Viewer,
  { id: threadId, kind }: { id: string; kind: ThreadKind },
  memberIds: string[],
): Promise<void> {
  const asked = await tx.chatParticipant.count({
    where: { companyId, threadId, memberId: { in: memberIds }, state: { not: "ACTIVE" } },
  });
  if (asked === 0) return;
  try {
    await countTries(tx, limits[kind], userId, asked);
  } catch (error) {
    throw error instanceof TooMany ? new Invalid({ memberIds: "chat-strangers" }) : error;
  }
}
