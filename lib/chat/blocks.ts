import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { findCards } from "#lib/people/cards.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { orNotFound } from "#lib/sql.ts";

const maxListed = 500;

/** Whom the viewer has blocked, the latest first, at most 500. */
export async function listBlocked(viewer: Viewer): Promise<PersonCard[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const blocks = await tx.chatBlock.findMany({
      where: { companyId, blockerId: memberId },
      orderBy: [{ createdAt: "desc" }, { blockedId: "asc" }],
      take: maxListed,
    });
    const cards = await findCards(
      tx,
      blocks.map(({ blockedId }) => blockedId),
    );
    // A photo is served only to who finds its owner.
    return blocks.flatMap(({ blockedId }) => cards.get(blockedId) ?? []).map(({ photo: _, ...card }) => card);
  });
}

/**
 * Keeps a member from writing to the viewer and from asking again, and closes the conversation of the two to them; that they were
 * blocked they are not told. Blocking twice is blocking once. Throws NotFound.
 */
export async function blockMember(viewer: Viewer, memberId: string): Promise<void> {
  await withViewer(viewer, (tx) => orNotFound(tx)`SELECT block_member(${memberId}::uuid)`);
}

/** Lets a member whom the viewer blocked write again. Throws NotFound for anybody else. */
export async function unblockMember(viewer: Viewer, memberId: string): Promise<void> {
  await withViewer(viewer, (tx) => orNotFound(tx)`SELECT unblock_member(${memberId}::uuid)`);
}
