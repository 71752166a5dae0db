import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { SharedMark } from "#lib/chat/schema.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import { NotFound } from "#lib/errors.ts";
import { publish } from "#lib/publish.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

/** Moves the viewer's read mark in a thread up to `number`, never back and never past the last message. Throws NotFound. */
export async function markRead(viewer: Viewer, threadId: string, number: number): Promise<void> {
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    const { lastNumber } = await requireThread(tx, viewer, threadId);
    const readNumber = Math.min(number, lastNumber);
    const moved = await tx.chatPlace.updateMany({
      where: { companyId, threadId, memberId, readNumber: { lt: readNumber } },
      data: { readNumber },
    });
    if (moved.count > 0)
      await publish(tx, { type: "thread:read", companyId, threadId, memberId, number: readNumber });
  });
}

/** Mutes a thread of the viewer's, or unmutes it. Throws NotFound. */
export async function muteThread(viewer: Viewer, threadId: string, on: boolean): Promise<void> {
  await changePlace(viewer, threadId, { muted: on });
}

/** Pins a thread of the viewer's, or unpins it. Pinning an archived thread brings it back. Throws NotFound. */
export async function pinThread(viewer: Viewer, threadId: string, on: boolean): Promise<void> {
  await changePlace(viewer, threadId, on ? { pinnedAt: new Date(), archivedAt: null } : { pinnedAt: null });
}

/**
 * Archives a thread of the viewer's, which also unpins it, or brings it back. A new message brings it back, too. Throws NotFound.
 */
export async function archiveThread(viewer: Viewer, threadId: string, on: boolean): Promise<void> {
  await changePlace(viewer, threadId, on ? { archivedAt: new Date(), pinnedAt: null } : { archivedAt: null });
}

/** The read marks of a thread's other members, as far as both sides share theirs. Within the viewer's transaction. */
export async function listSeen(tx: ReadTx, threadId: string): Promise<SharedMark[]> {
  return sqlRows(
    tx,
    markSchema,
  )`SELECT member_id, number FROM list_shared_marks(${threadId}::uuid) ORDER BY member_id`;
}

const markSchema = z.object({ memberId: z.uuid(), number: z.int() });

type Change = { muted?: boolean; pinnedAt?: Date | null; archivedAt?: Date | null };

async function changePlace(viewer: Viewer, threadId: string, data: Change): Promise<void> {
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    const { count } = await tx.chatPlace.updateMany({ where: { companyId, threadId, memberId }, data });
    if (count === 0) throw new NotFound();
    await publish(tx, { type: "places:changed", companyId, memberId });
  });
}
