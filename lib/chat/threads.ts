import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { LatestThread, Thread, ThreadCard } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { findCards } from "#lib/people/cards.ts";
import { publish } from "#lib/publish.ts";

const mostThreads = 200;
const mostLatest = 5;

/** The viewer's one direct thread with another active member, made when there is none. Returns its id. Throws NotFound. */
export async function openDirectThread(viewer: Viewer, memberId: string): Promise<string> {
  const { companyId } = viewer;
  return withViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw`SELECT open_direct_thread(${memberId}::uuid, ${newId()}::uuid) AS id`;
    const [{ id: threadId }] = z.tuple([z.object({ id: z.uuid().nullable() })]).parse(rows);
    if (!threadId) throw new NotFound();
    await publish(tx, { type: "thread:opened", companyId, threadId, memberIds: [viewer.memberId, memberId] });
    return threadId;
  });
}

/** A thread of the viewer's, with whom it is and how far it was read. Throws NotFound. */
export async function findThread(viewer: Viewer, threadId: string): Promise<Thread> {
  return withViewer(viewer, async (tx) => {
    const { lastNumber, participants } = await requireThread(tx, viewer, threadId);
    const own = participants.find((participant) => participant.memberId === viewer.memberId);
    const person = await findOther(tx, viewer, participants);
    if (!own || !person) throw new NotFound();
    return { id: threadId, person, lastNumber, readNumber: own.readNumber };
  });
}

/** The viewer's threads in which something was written, the newest message first, at most 200. */
export async function listThreads(viewer: Viewer): Promise<ThreadCard[]> {
  const { companyId } = viewer;
  return withViewer(viewer, async (tx) => {
    const threads = await tx.chatThread.findMany({
      where: { companyId, lastNumber: { gt: 0 } },
      include: { participants: true },
      orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
      take: mostThreads,
    });
    const others = threads.flatMap(({ participants }) => participants.map(({ memberId }) => memberId));
    const cards = await findCards(tx, [...new Set(others)]);
    const last = await tx.chatMessage.findMany({
      where: { companyId, OR: threads.map(({ id, lastNumber }) => ({ threadId: id, number: lastNumber })) },
    });
    return threads.flatMap(({ id, lastNumber, participants }) => {
      const own = participants.find(({ memberId }) => memberId === viewer.memberId);
      const person = cards.get(
        participants.find(({ memberId }) => memberId !== viewer.memberId)?.memberId ?? "",
      );
      const message = last.find(({ threadId }) => threadId === id);
      if (!own || !person || !message) return [];
      const { text, authorId, number, sentAt } = message;
      return [
        {
          id,
          person,
          last: { text, authorId, number, sentAt: sentAt.toISOString() },
          unread: lastNumber - own.readNumber,
        },
      ];
    });
  });
}

/**
 * The latest conversations of the viewer, of those with these members where some are named, the newest message first, at most 5.
 * Without the messages: `listThreads` has them.
 */
export async function listLatestThreads(viewer: Viewer, memberIds?: string[]): Promise<LatestThread[]> {
  const { companyId } = viewer;
  const named = memberIds?.filter((memberId) => memberId !== viewer.memberId);
  return withViewer(viewer, async (tx) => {
    const threads = await tx.chatThread.findMany({
      where: {
        companyId,
        lastNumber: { gt: 0 },
        ...(named && { participants: { some: { memberId: { in: named } } } }),
      },
      include: { participants: true },
      orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
      take: mostLatest,
    });
    const cards = await findCards(
      tx,
      threads.flatMap(({ participants }) => participants.map(({ memberId }) => memberId)),
    );
    return threads.flatMap(({ id, lastNumber, participants }) => {
      const own = participants.find(({ memberId }) => memberId === viewer.memberId);
      const other = participants.find(({ memberId }) => memberId !== viewer.memberId);
      const person = other && cards.get(other.memberId);
      return own && person ? [{ id, person, unread: lastNumber - own.readNumber }] : [];
    });
  });
}

/** How many messages the viewer has not read, over all threads. */
export async function countUnread(viewer: Viewer): Promise<number> {
  const rows = await withViewer(
    viewer,
    (tx) => tx.$queryRaw`SELECT coalesce(sum(t.last_number - p.read_number), 0)::int AS unread
      FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
      WHERE p.company_id = ${viewer.companyId}::uuid AND p.member_id = ${viewer.memberId}::uuid`,
  );
  return z.tuple([z.object({ unread: z.int() })]).parse(rows)[0].unread;
}

/** The ids of all the viewer's threads: the rooms that the viewer's sockets listen in. */
export async function listThreadIds(viewer: Viewer): Promise<string[]> {
  const { companyId, memberId } = viewer;
  const rows = await withViewer(viewer, (tx) =>
    tx.chatParticipant.findMany({ where: { companyId, memberId }, select: { threadId: true } }),
  );
  return rows.map(({ threadId }) => threadId);
}

/** The row of a thread of the viewer's, for the commands of this domain. Throws NotFound, for an id that is none as well. */
export async function requireThread(tx: Tx, viewer: Viewer, threadId: string) {
  if (!z.uuid().safeParse(threadId).success) throw new NotFound();
  const thread = await tx.chatThread.findFirst({
    where: { companyId: viewer.companyId, id: threadId },
    include: { participants: true },
  });
  if (!thread) throw new NotFound();
  return thread;
}

async function findOther(tx: Tx, viewer: Viewer, participants: { memberId: string }[]) {
  const other = participants.find(({ memberId }) => memberId !== viewer.memberId);
  return other && (await findCards(tx, [other.memberId])).get(other.memberId);
}
