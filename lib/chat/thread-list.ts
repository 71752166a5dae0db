import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { lineParts, toLines } from "#lib/chat/lines.ts";
import type { LatestThread, ThreadCard } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, type Participation, standingOf } from "#lib/chat/standing.ts";
import type { Tx } from "#lib/db.ts";
import type { ChatPlace, ChatThread } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const maxThreads = 200;
const maxLatest = 5;

/**
 * The viewer's threads in which something was written, and the groups that ask for the viewer's consent: the newest message first, at
 * most 200, and the pinned ones beyond them.
 */
export async function listThreads(viewer: Viewer): Promise<ThreadCard[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const places = await tx.chatPlace.findMany({ where: { companyId, memberId } });
    const pinned = places.filter(({ pinnedAt }) => pinnedAt).map(({ threadId }) => threadId);
    const newest = await tx.chatThread.findMany({
      where: { companyId, OR: [{ lastNumber: { gt: 0 } }, { kind: "GROUP" }] },
      orderBy: [{ lastMessageAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
      take: maxThreads,
    });
    const missing = pinned.filter((id) => newest.every((thread) => thread.id !== id));
    const others = await tx.chatThread.findMany({ where: { companyId, id: { in: missing } } });
    return describe(tx, viewer, [...newest, ...others], places);
  });
}

/**
 * The latest conversations of the viewer, the newest message first, at most 5. Where something is looked for, of the direct threads with
 * these members and the groups with this in their name.
 */
export async function listLatestThreads(
  viewer: Viewer,
  sought?: { memberIds: string[]; name: string },
): Promise<LatestThread[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const matching = sought && {
      OR: [
        {
          kind: "DIRECT" as const,
          participants: { some: { memberId: { in: sought.memberIds.filter((id) => id !== memberId) } } },
        },
        ...(sought.name
          ? [{ name: { contains: sought.name.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } }]
          : []),
      ],
    };
    const threads = await tx.chatThread.findMany({
      where: { companyId, lastNumber: { gt: 0 }, ...matching },
      orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
      take: maxLatest,
    });
    const places = await tx.chatPlace.findMany({
      where: { companyId, memberId, threadId: { in: threads.map(({ id }) => id) } },
    });
    const cards = await describe(tx, viewer, threads, places);
    return cards.map(({ id, kind, name, people, picture, unread }) => ({
      id,
      kind,
      name,
      people,
      picture,
      unread,
    }));
  });
}

/** What threads of the viewer's are called, by id; ids of others are left out. Within the viewer's transaction. */
export async function findThreadNames(
  tx: Tx,
  viewer: Viewer,
  threadIds: string[],
): Promise<Map<string, Pick<ThreadCard, "kind" | "name">>> {
  const { companyId } = viewer;
  const threads = await tx.chatThread.findMany({ where: { companyId, id: { in: threadIds } } });
  const cards = await describe(tx, viewer, threads, []);
  return new Map(cards.map(({ id, kind, name }) => [id, { kind, name }]));
}

/**
 * How many messages the viewer has not read, over all threads that are neither muted nor archived, without those that were deleted, and
 * how many requests wait for the viewer's consent: each is one, whatever it holds, until it is answered.
 */
export async function countUnread(viewer: Viewer): Promise<number> {
  return withViewer(
    viewer,
    (tx) => sqlValue(tx, z.int())`SELECT
        coalesce(sum(CASE state WHEN 'ASKED' THEN 1 ELSE unread END), 0)::int AS unread
      FROM unread_places()
      WHERE state = 'ACTIVE' AND NOT muted AND NOT archived OR state = 'ASKED' AND last_number > 0`,
  );
}

async function describe(
  tx: Tx,
  viewer: Viewer,
  threads: ChatThread[],
  places: ChatPlace[],
): Promise<ThreadCard[]> {
  const faces = await findFaces(tx, viewer, threads);
  const last = await findLast(tx, viewer, threads);
  const unread = await findUnread(tx, threads, places);
  // The author of the last line may not be among the shown faces.
  const shown = [...faces.values()].flat().map(({ memberId }) => memberId);
  const cards = await findCards(tx, [
    ...new Set([...shown, ...[...last.values()].map(({ authorId }) => authorId)]),
  ]);
  const placeOf = new Map(places.map((place) => [place.threadId, place]));
  return threads.flatMap((thread) => {
    const participants = faces.get(thread.id) ?? [];
    const own = participants.find(({ memberId }) => memberId === viewer.memberId);
    const others = participants.filter((participant) => participant !== own);
    if (!own) return [];
    const people = others.flatMap(({ memberId }) => cards.get(memberId) ?? []);
    const place = placeOf.get(thread.id);
    return [
      {
        id: thread.id,
        kind: thread.kind,
        name: nameOf(thread, people),
        people: people.slice(0, maxFaces),
        picture: thread.pictureId,
        standing: standingOf(thread, own, thread.kind === "DIRECT" ? others[0] : undefined),
        last: lastOf(thread),
        unread: unread.get(thread.id) ?? 0,
        readNumber: place?.readNumber ?? 0,
        muted: place?.muted ?? false,
        pinned: place?.pinnedAt != null,
        archived: place?.archivedAt != null,
      },
    ];
  });

  function lastOf({ id }: ChatThread): ThreadCard["last"] {
    const line = last.get(id);
    return line ? { ...line, author: cards.get(line.authorId)?.displayName ?? null } : null;
  }
}

/** Of those of these threads that are not read to their end. */
async function findUnread(tx: Tx, threads: ChatThread[], places: ChatPlace[]): Promise<Map<string, number>> {
  const read = new Map(places.map(({ threadId, readNumber }) => [threadId, readNumber]));
  const behind = threads.filter(({ id, lastNumber }) => lastNumber > (read.get(id) ?? lastNumber));
  if (behind.length === 0) return new Map();
  const found = await sqlRows(tx, unreadSchema)`SELECT thread_id, unread FROM unread_places()
    WHERE thread_id = ANY (${behind.map(({ id }) => id)}::uuid[])`;
  return new Map(found.map(({ threadId, unread }) => [threadId, unread]));
}

const unreadSchema = z.object({ threadId: z.uuid(), unread: z.int() });

type LastLine = Omit<NonNullable<ThreadCard["last"]>, "author">;

/** Of each thread the viewer and others, who joined first: those whose faces are shown, and one more, by whom there are known to be others. */
async function findFaces(
  tx: Tx,
  { companyId, memberId }: Viewer,
  threads: ChatThread[],
): Promise<Map<string, Participation[]>> {
  const found = await sqlRows(tx, faceSchema)`SELECT t.id AS thread_id, p.member_id, p.state
    FROM unnest(${threads.map(({ id }) => id)}::uuid[]) AS t(id)
    CROSS JOIN LATERAL (
      SELECT member_id, state FROM chat_participants
      WHERE company_id = ${companyId}::uuid AND thread_id = t.id AND (member_id = ${memberId}::uuid OR state <> 'LEFT')
      ORDER BY (member_id = ${memberId}::uuid) DESC, joined_at, member_id LIMIT ${maxFaces + 2}
    ) p`;
  const faces = new Map<string, Participation[]>();
  for (const { threadId, ...participation } of found)
    faces.set(threadId, [...(faces.get(threadId) ?? []), participation]);
  return faces;
}

const faceSchema = z.object({
  threadId: z.uuid(),
  memberId: z.uuid(),
  state: z.enum(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"]),
});

async function findLast(
  tx: Tx,
  { companyId }: Viewer,
  threads: ChatThread[],
): Promise<Map<string, LastLine>> {
  const written = threads.filter(({ lastNumber }) => lastNumber > 0);
  if (written.length === 0) return new Map();
  const rows = await tx.chatMessage.findMany({
    where: { companyId, OR: written.map(({ id, lastNumber }) => ({ threadId: id, number: lastNumber })) },
    include: lineParts,
  });
  const lines = await toLines(
    tx,
    rows.map((row) => ({ ...row, quotedNumber: null })),
  );
  return new Map(
    lines.map(({ threadId, text, authorId, sentAt, number, revision, deleted, notice, files }) => [
      threadId,
      { text, authorId, sentAt, number, revision, deleted, notice, files: files.length },
    ]),
  );
}
