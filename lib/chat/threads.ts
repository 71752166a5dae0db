import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { countAsked } from "#lib/chat/asking.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { SharedMark, Thread } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, shownState, standingOf } from "#lib/chat/standing.ts";
import { requireThreadId, threadRow } from "#lib/chat/thread-row.ts";
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
  return readAs(viewer, async (tx) => describeThread(tx, viewer, await readThread(tx, threadId)));
}

/** What findThread finds, within a transaction of the viewer's, of a thread that was read in it. */
export async function describeThread(tx: ReadTx, viewer: Viewer, thread: ThreadRow): Promise<Thread> {
  const { participants } = thread;
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
    id: thread.id,
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
    folds: thread.folds,
    away: other?.away ?? false,
    muted: thread.muted,
    pinned: thread.pinned,
    archived: thread.archived,
    lastNumber: thread.lastNumber,
    revision: thread.revision,
    readNumber: thread.readNumber,
    seen: thread.seen,
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

const describedRow = threadRow.extend({
  id: z.uuid(),
  readNumber: z.int(),
  muted: z.boolean(),
  pinned: z.boolean(),
  archived: z.boolean(),
  folds: z.int(),
  participants: z.array(participantRow),
});
type ThreadRow = z.output<typeof describedRow> & { seen: SharedMark[] };

/**
 * A thread of the viewer's with the viewer's place in it and everybody of it who stands for the viewer (prisma/sql/people/findable.sql); of the other of a direct one also whether the viewer blocked
 * them and whether they are not here now. Throws NotFound.
 */
export async function readThread(tx: ReadTx, threadId: string): Promise<ThreadRow> {
  requireThreadId(threadId);
  const [[thread], seen] = await Promise.all([
    sqlRows(tx, describedRow)`SELECT * FROM own_thread(${threadId}::uuid)`,
    listSeen(tx, threadId),
  ]);
  if (!thread) throw new NotFound();
  return { ...thread, seen };
}

type Joining = { joinedAt: Date; memberId: string };

/** As the list of threads has it. */
function byJoining(one: Joining, other: Joining): number {
  return one.joinedAt.getTime() - other.joinedAt.getTime() || (one.memberId < other.memberId ? -1 : 1);
}
