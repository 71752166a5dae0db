import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { requireThread } from "#lib/chat/threads.ts";
import { publish } from "#lib/publish.ts";

/** Moves the viewer's read mark in a thread up to `number`, never back and never past the last message. Throws NotFound. */
export async function markRead(viewer: Viewer, threadId: string, number: number): Promise<void> {
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    const { lastNumber } = await requireThread(tx, viewer, threadId);
    const readNumber = Math.min(number, lastNumber);
    const moved = await tx.chatParticipant.updateMany({
      where: { companyId, threadId, memberId, readNumber: { lt: readNumber } },
      data: { readNumber },
    });
    if (moved.count > 0)
      await publish(tx, { type: "thread:read", companyId, threadId, memberId, number: readNumber });
  });
}
