import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { countAsked } from "#lib/chat/asking.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, shownState, standingOf } from "#lib/chat/standing.ts";
import { requireThread, requireThreadId } from "#lib/chat/thread-row.ts";
import { NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { findCards } from "#lib/people/cards.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

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
  requireThreadId(threadId);
  return readAs(viewer, (tx) => describeThread(tx, viewer, threadId));
}

/** What findThread finds, within a transaction of the viewer's: all but the people's cards is asked in one turn, that of the call. */
export async function describeThread(tx: ReadTx, viewer: Viewer, threadId: string): Promise<Thread> {
  const [thread, participants, [place], seen] = await Promise.all([
    requireThread(tx, viewer, threadId),
    listParticipants(tx, viewer, threadId),
    findPlace(tx, viewer, threadId),
    listSeen(tx, threadId),
  ]);
  const byMember = new Map(participants.map((one) => [one.memberId, one]));
  const own = byMember.get(viewer.memberId);
  if (!own) throw new NotFound();
  const others = participants.filter((participant) => participant !== own);
  const cards = await findCards(tx, [
    ...participants.map((one) => one.memberId),
    own.askedBy ?? viewer.memberId,
  ]);
  const other = thread.kind === "DIRECT" ? others[0] : undefined;
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
    blocked: other?.blocked ?? false,
    away: other?.away ?? false,
    muted: place?.muted ?? false,
    pinned: place?.pinned ?? false,
    archived: place?.archived ?? false,
    lastNumber: thread.lastNumber,
    revision: thread.revision,
    readNumber: place?.readNumber ?? 0,
    seen,
  };
}

const participantRow = z.object({
  memberId: z.uuid(),
  state: z.enum(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"]),
  role: z.enum(["MEMBER", "ADMIN"]),
  askedBy: z.uuid().nullable(),
  joinedAt: z.coerce.date(),
  blocked: z.boolean(),
  away: z.boolean(),
});

/** Everybody of a thread; of a direct one also whether the viewer blocked them and whether they are not here now. */
function listParticipants(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  threadId: string,
): Promise<z.infer<typeof participantRow>[]> {
  return sqlRows(tx, participantRow)`
    SELECT p.member_id, p.state, p.role, p.asked_by, p.joined_at,
      t.kind = 'DIRECT' AND EXISTS (SELECT FROM chat_blocks b
        WHERE b.company_id = p.company_id AND b.blocker_id = ${memberId}::uuid AND b.blocked_id = p.member_id) AS blocked,
      t.kind = 'DIRECT' AND EXISTS (SELECT FROM members m
        WHERE m.company_id = p.company_id AND m.id = p.member_id AND m.status <> 'ACTIVE') AS away
    FROM chat_participants p JOIN chat_threads t ON t.company_id = p.company_id AND t.id = p.thread_id
    WHERE p.company_id = ${companyId}::uuid AND p.thread_id = ${threadId}::uuid`;
}

const placeRow = z.object({
  readNumber: z.int(),
  muted: z.boolean(),
  pinned: z.boolean(),
  archived: z.boolean(),
});

function findPlace(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  threadId: string,
): Promise<z.infer<typeof placeRow>[]> {
  return sqlRows(tx, placeRow)`
    SELECT read_number, muted, pinned_at IS NOT NULL AS pinned, archived_at IS NOT NULL AS archived FROM chat_places
    WHERE company_id = ${companyId}::uuid AND thread_id = ${threadId}::uuid AND member_id = ${memberId}::uuid`;
}

type Joining = { joinedAt: Date; memberId: string };

/** As the list of threads has it. */
function byJoining(one: Joining, other: Joining): number {
  return one.joinedAt.getTime() - other.joinedAt.getTime() || (one.memberId < other.memberId ? -1 : 1);
}
