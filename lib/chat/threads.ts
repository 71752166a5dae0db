import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { countAsked } from "#lib/chat/asking.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, shownState, standingOf } from "#lib/chat/standing.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { findCards } from "#lib/people/cards.ts";
import { sqlValue } from "#lib/sql.ts";

/**
 * The viewer's one direct thread with another active member, made when there is none. Returns its id. Throws NotFound, also where one
 * of the two has blocked the other, and Invalid where a new one is with one stranger more than may be asked in a day.
 */
export async function openDirectThread(viewer: Viewer, memberId: string): Promise<string> {
  return withViewer(viewer, async (tx) => {
    const fresh = newId();
    const threadId = await sqlValue(
      tx,
      z.uuid().nullable(),
    )`SELECT open_direct_thread(${memberId}::uuid, ${fresh}::uuid)`;
    if (!threadId) throw new NotFound();
    if (threadId === fresh) await countAsked(tx, viewer, { id: threadId, kind: "DIRECT" }, [memberId]);
    return threadId;
  });
}

/** A thread of the viewer's, or one that asks for the viewer's consent. Throws NotFound. */
export async function findThread(viewer: Viewer, threadId: string): Promise<Thread> {
  return withViewer(viewer, (tx) => describeThread(tx, viewer, threadId));
}

/** What findThread finds, within the viewer's transaction. */
export async function describeThread(tx: Tx, viewer: Viewer, threadId: string): Promise<Thread> {
  const { companyId, memberId } = viewer;
  const thread = await requireThread(tx, viewer, threadId);
  const participants = await tx.chatParticipant.findMany({ where: { companyId, threadId } });
  const byMember = new Map(participants.map((one) => [one.memberId, one]));
  const own = byMember.get(memberId);
  if (!own) throw new NotFound();
  const others = participants.filter((participant) => participant !== own);
  const cards = await findCards(tx, [...participants.map((one) => one.memberId), own.askedBy ?? memberId]);
  const place = await tx.chatPlace.findFirst({ where: { companyId, threadId, memberId } });
  const other = thread.kind === "DIRECT" ? others[0] : undefined;
  const blocked = other
    ? await tx.chatBlock.count({ where: { companyId, blockerId: memberId, blockedId: other.memberId } })
    : 0;
  const away = other
    ? await tx.member.count({ where: { companyId, id: other.memberId, status: { not: "ACTIVE" } } })
    : 0;
  // Who was asked is named whatever they answered.
  const people = others
    .filter(({ state }) => state !== "LEFT")
    .toSorted(byJoining)
    .flatMap((one) => cards.get(one.memberId) ?? []);
  return {
    id: threadId,
    kind: thread.kind,
    name: nameOf(thread, people),
    givenName: thread.name,
    picture: thread.pictureId,
    standing: standingOf(thread, own, other),
    // In the order of the cards: by name.
    participants: [...cards.values()].flatMap((person) => {
      const one = byMember.get(person.memberId);
      return one ? [{ person, role: one.role, state: shownState(one) }] : [];
    }),
    people: people.slice(0, maxFaces),
    role: own.role,
    askedBy: own.state === "ASKED" ? own.askedBy : null,
    joinToken: thread.joinToken,
    blocked: blocked > 0,
    away: away > 0,
    muted: place?.muted ?? false,
    pinned: place?.pinnedAt != null,
    archived: place?.archivedAt != null,
    lastNumber: thread.lastNumber,
    revision: thread.revision,
    readNumber: place?.readNumber ?? 0,
    seen: await listSeen(tx, threadId),
  };
}

type Joining = { joinedAt: Date; memberId: string };

/** As the list of threads has it. */
function byJoining(one: Joining, other: Joining): number {
  return one.joinedAt.getTime() - other.joinedAt.getTime() || (one.memberId < other.memberId ? -1 : 1);
}
