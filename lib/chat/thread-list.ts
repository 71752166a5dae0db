import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { LatestThread, SharedGroup, ThreadCard, ThreadPerson } from "#lib/chat/schema.ts";
import { nameOf } from "#lib/chat/standing.ts";
import { cardsOf, maxPeople, threadRow, toCards } from "#lib/chat/thread-cards.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import { normalise } from "#lib/people/normalise.ts";
import { memberIdSchema, type PersonCard } from "#lib/people/schema.ts";
import { queryTerms } from "#lib/people/search-text.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const maxThreads = 200;
const maxLatest = 5;
const maxNamed = 500;

/**
 * The viewer's threads in which something was written, and the groups that ask for the viewer's consent: the newest message first, at
 * most 200, and the pinned ones beyond them.
 */
export async function listThreads(viewer: Viewer): Promise<ThreadCard[]> {
  return readAs(viewer, async (tx) => {
    const rows = await sqlRows(tx, threadRow)`
      ${cardsOf(Prisma.sql`SELECT * FROM (
            SELECT o.*, row_number() OVER (ORDER BY ${written} DESC, ${newestFirst}) AS nth FROM own_places() o) o
          WHERE o.nth <= ${Prisma.raw(String(maxThreads))} AND ${written} OR o.pinned`)} ORDER BY o.nth`;
    const cards = await toCards(tx, rows);
    return cards.map((card) => ({ ...card, people: card.people.map(toThreadPerson) }));
  });
}

/** Of what else one may see of them a list of threads shows nothing. */
function toThreadPerson({ memberId, kind, displayName, monogram, photo, apart }: PersonCard): ThreadPerson {
  return { memberId, kind, displayName, monogram, photo, apart };
}

const written = Prisma.sql`(o.last_number > 0 OR o.kind = 'GROUP')`;

/**
 * The latest conversations of the viewer, the newest message first, at most 5. Where something is looked for, of the direct threads with
 * these members and the groups, of the 500 latest, whose names hold this, folded as the names of people are.
 */
export async function listLatestThreads(
  viewer: Viewer,
  sought?: { memberIds: string[]; name: string },
): Promise<LatestThread[]> {
  return readAs(viewer, async (tx) => {
    const groups = sought ? await groupsCalled(tx, sought.name) : [];
    const rows = await sqlRows(tx, threadRow)`
      ${cardsOf(Prisma.sql`SELECT * FROM own_places() o
          WHERE o.last_number > 0 AND ${sought ? matching(viewer, sought.memberIds, groups) : Prisma.sql`true`}
          ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxLatest))}`)} ORDER BY ${newestFirst}`;
    const cards = await toCards(tx, rows);
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

/** The groups that the viewer and that member are both in, the newest message first, at most 5. */
export async function listSharedGroups(viewer: Viewer, memberId: string): Promise<SharedGroup[]> {
  if (!memberIdSchema.safeParse(memberId).success) return [];
  return readAs(viewer, async (tx) => {
    const groups = await sqlRows(tx, sharedGroup)`
      SELECT g.id, g.name, CASE WHEN g.name IS NULL THEN (SELECT c.ids FROM thread_cards(ARRAY[g.id], ${maxPeople}) c) END AS ids
        FROM shared_groups(${memberId}::uuid, ${Prisma.raw(String(maxLatest))}) g`;
    const cards = await findCards(
      tx,
      groups.flatMap(({ ids }) => ids ?? []),
    );
    return groups.map(({ id, name, ids }) => ({
      id,
      name: nameOf(
        { name },
        (ids ?? []).flatMap((one) => cards.get(one) ?? []),
      ),
    }));
  });
}

const sharedGroup = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  ids: z.array(z.uuid()).nullable(),
});

function matching(viewer: Viewer, memberIds: string[], groups: string[]): Prisma.Sql {
  const others = memberIds.filter((id) => id !== viewer.memberId);
  return Prisma.sql`(o.id = ANY (${groups}::uuid[]) OR o.kind = 'DIRECT' AND EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = ${viewer.companyId}::uuid AND p.thread_id = o.id AND p.member_id = ANY (${others}::uuid[])))`;
}

/** The viewer's groups whose names hold all words of this. */
async function groupsCalled(tx: ReadTx, words: string): Promise<string[]> {
  const terms = queryTerms(words);
  if (terms.length === 0) return [];
  const groups = await sqlRows(tx, namedGroup)`
    SELECT o.id, o.name FROM own_places() o WHERE o.kind = 'GROUP' AND o.name IS NOT NULL
      ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxNamed))}`;
  return groups
    .filter(({ name }) => terms.every((term) => normalise(name).includes(term)))
    .map(({ id }) => id);
}

const namedGroup = z.object({ id: z.uuid(), name: z.string() });

/** What threads of the viewer's are called, by id; ids of others are left out. Within the viewer's transaction. */
export async function findThreadNames(
  tx: ReadTx,
  threadIds: string[],
): Promise<Map<string, Pick<ThreadCard, "kind" | "name">>> {
  const asked = Prisma.sql`SELECT * FROM own_places() o WHERE o.id = ANY (${threadIds}::uuid[])`;
  const rows = await sqlRows(tx, threadRow)`${cardsOf(asked)}`;
  const cards = await toCards(tx, rows);
  return new Map(cards.map(({ id, kind, name }) => [id, { kind, name }]));
}

/**
 * How many messages the viewer has not read, over all threads that are neither muted nor archived, without those that were deleted or
 * are folded, and how many requests wait for the viewer's consent: each is one, whatever it holds, until it is answered.
 */
export async function countUnread(viewer: Viewer): Promise<number> {
  return readAs(
    viewer,
    (tx) => sqlValue(tx, z.int())`SELECT
        coalesce(sum(CASE state WHEN 'ASKED' THEN 1 ELSE unread END), 0)::int AS unread
      FROM own_places()
      WHERE state = 'ACTIVE' AND NOT muted AND NOT archived OR state = 'ASKED' AND last_number > 0`,
  );
}

const newestFirst = Prisma.sql`o.last_message_at DESC NULLS LAST, o.id DESC`;
