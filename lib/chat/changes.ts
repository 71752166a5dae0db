import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { maxReactions } from "#lib/chat/policy.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { normalise } from "#lib/people/normalise.ts";
import { publish } from "#lib/publish.ts";
import { sqlValue } from "#lib/sql.ts";

type MessageKey = { threadId: string; number: number };

/** Gives a message of the viewer's other words; the same words change nothing. Throws NotFound, for one that was deleted as well. */
export async function editMessage(
  viewer: Viewer,
  { threadId, number, text, mentions }: MessageKey & { text: string; mentions: string[] },
): Promise<void> {
  await changeMessage(viewer, { threadId, number }, async (tx) => {
    const { companyId, memberId: authorId } = viewer;
    const own = { companyId, threadId, number, authorId, kind: "TEXT", deletedAt: null } as const;
    const message = await tx.chatMessage.findFirst({ where: own, select: { text: true } });
    if (!message) throw new NotFound();
    if (message.text === text) return false;
    const mentioned = await tx.chatParticipant.findMany({
      where: { companyId, threadId, memberId: { in: mentions }, state: "ACTIVE" },
    });
    await tx.chatMessage.updateMany({
      where: own,
      data: {
        text,
        folded: normalise(text),
        mentions: mentioned.map(({ memberId }) => memberId),
        editedAt: new Date(),
      },
    });
    return true;
  });
}

/** Takes the words and files of a message of the viewer's away; its place stays. Doing it again changes nothing. Throws NotFound. */
export async function deleteMessage(viewer: Viewer, key: MessageKey): Promise<void> {
  const { companyId, memberId: authorId } = viewer;
  await changeMessage(viewer, key, async (tx) => {
    const own = { companyId, ...key, authorId, kind: "TEXT" } as const;
    const message = await tx.chatMessage.findFirst({ where: own, select: { deletedAt: true } });
    if (!message) throw new NotFound();
    if (message.deletedAt) return false;
    await tx.chatMessage.updateMany({
      where: own,
      data: { text: "", folded: "", mentions: [], deletedAt: new Date() },
    });
    await tx.file.deleteMany({ where: { companyId, chatFile: key } });
    return true;
  });
}

/**
 * Marks a message of a thread of the viewer's with an emoji, or takes the mark away; either again changes nothing. Throws NotFound, and
 * Invalid for one emoji more than a message holds.
 */
export async function setReaction(
  viewer: Viewer,
  { emoji, on, ...key }: MessageKey & { emoji: string; on: boolean },
): Promise<void> {
  const { companyId, memberId } = viewer;
  const reaction = { companyId, ...key, memberId, emoji };
  await changeMessage(viewer, key, async (tx) => {
    if (!on) {
      const { count } = await tx.chatReaction.deleteMany({ where: reaction });
      return count > 0;
    }
    const message = await tx.chatMessage.findFirst({
      where: { companyId, ...key, deletedAt: null, kind: "TEXT" },
    });
    if (!message) throw new NotFound();
    const others = await tx.chatReaction.findMany({
      where: { companyId, ...key, emoji: { not: emoji } },
      distinct: ["emoji"],
      select: { emoji: true },
    });
    if (others.length >= maxReactions) throw new Invalid({ emoji: "chat-reactions" });
    const { count } = await tx.chatReaction.createMany({ data: [reaction], skipDuplicates: true });
    return count > 0;
  });
}

/**
 * The thread's next revision is taken first, under its row's lock: changes are numbered in the order in which they are committed, and
 * each sees what the one before it left. Where `change` resolves to false there was nothing to change: the transaction is rolled back, and
 * the revision with it.
 */
async function changeMessage(
  viewer: Viewer,
  { threadId, number }: MessageKey,
  change: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  const { companyId } = viewer;
  try {
    await withViewer(viewer, async (tx) => {
      const revision = await sqlValue(
        tx,
        z.int().nullable(),
      )`SELECT touch_message(${threadId}::uuid, ${number}::int)`;
      if (revision === null) throw new NotFound();
      if (!(await change(tx))) throw new Unchanged();
      await publish(tx, { type: "thread:changed", companyId, threadId, from: revision - 1, to: revision });
    });
  } catch (error) {
    if (!(error instanceof Unchanged)) throw error;
  }
}

/** Thrown to roll back a change that changed nothing. */
class Unchanged extends Error {}
