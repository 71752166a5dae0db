import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { foldedAuthor, withoutNamed } from "#lib/chat/folds.ts";
import { type LatestThread, noticeSchema, type SharedGroup, type ThreadCard } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, standingOf } from "#lib/chat/standing.ts";
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
      ${cardsOf(
        viewer,
        Prisma.sql`SELECT * FROM (
            SELECT o.*, row_number() OVER (ORDER BY ${written} DESC, ${newestFirst}) AS nth FROM own_places() o) o
          WHERE o.nth <= ${Prisma.raw(String(maxThreads))} AND ${written} OR o.pinned`,
      )} ORDER BY o.nth`;
    return toCards(tx, rows);
  });
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
      ${cardsOf(
        viewer,
        Prisma.sql`SELECT * FROM own_places() o
          WHERE o.last_number > 0 AND ${sought ? matching(viewer, sought.memberIds, groups) : Prisma.sql`true`}
          ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxLatest))}`,
      )} ORDER BY ${newestFirst}`;
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
    const rows = await sqlRows(tx, threadRow)`
      ${cardsOf(
        viewer,
        Prisma.sql`SELECT * FROM own_places() o
          WHERE o.kind = 'GROUP' AND o.state = 'ACTIVE' AND EXISTS (SELECT FROM chat_participants p
            WHERE p.company_id = ${viewer.companyId}::uuid AND p.thread_id = o.id AND p.member_id = ${memberId}::uuid AND p.state = 'ACTIVE')
            AND stands_for_caller(o.id, ${memberId}::uuid)
          ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxLatest))}`,
      )} ORDER BY ${newestFirst}`;
    const cards = await toCards(tx, rows);
    return cards.map(({ id, name }) => ({ id, name }));
  });
}

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
  viewer: Viewer,
  threadIds: string[],
): Promise<Map<string, Pick<ThreadCard, "kind" | "name">>> {
  const asked = Prisma.sql`SELECT * FROM own_places() o WHERE o.id = ANY (${threadIds}::uuid[])`;
  const rows = await sqlRows(tx, threadRow)`${cardsOf(viewer, asked)}`;
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

/**
 * What cards are made of, of those of the viewer's places that `shown` selects, as `o`: of the others, who joined first, those whose faces
 * are shown, and one more, by whom there are known to be more; and the last line. No objects are built: PostgreSQL takes longer for one
 * than for all that is in it.
 */
function cardsOf({ companyId, memberId }: Viewer, shown: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH shown AS MATERIALIZED (${shown}),
    blocked AS MATERIALIZED (SELECT blocked_by_caller() AS ids),
    attached AS (
      SELECT f.thread_id, count(*)::int AS files FROM shown o
        JOIN chat_files f ON f.company_id = ${companyId}::uuid AND f.thread_id = o.id AND f.number = o.last_number GROUP BY f.thread_id)
    SELECT o.id, o.kind, o.name, o.picture_id, o.last_number, o.state, o.read_number, o.muted, o.pinned, o.archived, o.unread,
      faces.ids, faces.states, m.text, m.author_id, m.sent_at, m.revision, m.deleted_at IS NOT NULL AS deleted, CASE m.kind WHEN 'NOTICE' THEN m.notice END AS notice,
      coalesce(attached.files, 0) AS files, coalesce(o.kind = 'GROUP' AND m.author_id = ANY (blocked.ids), false) AS folded,
      CASE WHEN o.kind = 'GROUP' AND m.kind = 'NOTICE' THEN blocked.ids END AS blocked
    FROM shown o CROSS JOIN blocked
    CROSS JOIN LATERAL (SELECT array_agg(p.member_id) AS ids, array_agg(p.state) AS states FROM (
      SELECT member_id, state FROM chat_participants p
      WHERE p.company_id = ${companyId}::uuid AND p.thread_id = o.id AND p.member_id <> ${memberId}::uuid AND p.state <> 'LEFT'
      ORDER BY p.joined_at, p.member_id LIMIT ${Prisma.raw(String(maxFaces + 1))}) p) faces
    LEFT JOIN chat_messages m ON m.company_id = ${companyId}::uuid AND m.thread_id = o.id AND m.number = o.last_number
    LEFT JOIN attached ON attached.thread_id = o.id`;
}

const stateSchema = z.enum(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"]);

const threadRow = z.object({
  id: z.uuid(),
  kind: z.enum(["DIRECT", "GROUP"]),
  name: z.string().nullable(),
  pictureId: z.uuid().nullable(),
  lastNumber: z.int(),
  readNumber: z.int(),
  unread: z.int(),
  muted: z.boolean(),
  pinned: z.boolean(),
  archived: z.boolean(),
  state: stateSchema,
  ids: z.array(z.uuid()).nullable(),
  states: z.array(stateSchema).nullable(),
  text: z.string().nullable(),
  authorId: z.uuid().nullable(),
  sentAt: z.coerce.date().nullable(),
  revision: z.int().nullable(),
  deleted: z.boolean(),
  notice: noticeSchema.nullable(),
  files: z.int(),
  folded: z.boolean(),
  blocked: z.array(z.uuid()).nullable(),
});
type ThreadRow = z.output<typeof threadRow>;

async function toCards(tx: ReadTx, rows: ThreadRow[]): Promise<ThreadCard[]> {
  // The author of the last line may not be among the shown faces.
  const shown = rows.flatMap(({ ids, authorId, folded }) => [
    ...(ids ?? []),
    ...(authorId && !folded ? [authorId] : []),
  ]);
  const cards = await findCards(tx, [...new Set(shown)]);
  return rows.map((row) => toCard(row, cards));
}

function toCard(row: ThreadRow, cards: Map<string, PersonCard>): ThreadCard {
  const people = (row.ids ?? []).flatMap((memberId) => cards.get(memberId) ?? []);
  const state = row.kind === "DIRECT" ? row.states?.[0] : undefined;
  return {
    id: row.id,
    kind: row.kind,
    name: nameOf(row, people),
    people: people.slice(0, maxFaces),
    picture: row.pictureId,
    standing: standingOf(row, row, state && { state }),
    last: lastOf(row, cards),
    unread: row.unread,
    readNumber: row.readNumber,
    muted: row.muted,
    pinned: row.pinned,
    archived: row.archived,
  };
}

/** The last line; null before the first, and where the viewer may not read it. */
function lastOf(row: ThreadRow, cards: Map<string, PersonCard>): ThreadCard["last"] {
  const { text, authorId, sentAt, lastNumber: number, revision, deleted, files } = row;
  if (text === null || authorId === null || sentAt === null || revision === null) return null;
  const place = { sentAt: sentAt.toISOString(), number, revision };
  const notice = row.notice && withoutNamed(row.notice, row.blocked ?? []);
  if (row.folded || (row.notice && !notice)) {
    const silent = { text: "", notice: null, files: 0, author: null };
    return { ...place, ...silent, authorId: foldedAuthor, deleted: deleted || row.notice !== null };
  }
  const author = cards.get(authorId)?.displayName ?? null;
  return { text, authorId, ...place, deleted, notice, files, author };
}
