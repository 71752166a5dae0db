import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { type LatestThread, noticeSchema, type ThreadCard } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, standingOf } from "#lib/chat/standing.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import { normalise } from "#lib/people/normalise.ts";
import type { PersonCard } from "#lib/people/schema.ts";
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
  const { companyId, memberId } = viewer;
  return readAs(viewer, async (tx) => {
    const rows = await sqlRows(tx, threadRow)`
      WITH newest AS MATERIALIZED (
        SELECT * FROM chat_threads t WHERE t.company_id = ${companyId}::uuid AND (t.last_number > 0 OR t.kind = 'GROUP')
          ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxThreads))}),
      pinned AS (
        SELECT t.* FROM chat_places c CROSS JOIN LATERAL (
            SELECT * FROM chat_threads t WHERE t.company_id = ${companyId}::uuid AND t.id = c.thread_id OFFSET 0) t
          WHERE c.company_id = ${companyId}::uuid AND c.member_id = ${memberId}::uuid AND c.pinned_at IS NOT NULL
            AND NOT EXISTS (SELECT FROM newest WHERE newest.id = c.thread_id))
      SELECT ${cardColumns} FROM (SELECT *, true AS new FROM newest UNION ALL SELECT *, false FROM pinned) t ${beside(viewer)}
        ORDER BY t.new DESC, ${newestFirst}`;
    return toCards(tx, viewer, rows);
  });
}

/**
 * The latest conversations of the viewer, the newest message first, at most 5. Where something is looked for, of the direct threads with
 * these members and the groups, of the 500 latest, whose names hold this, folded as the names of people are.
 */
export async function listLatestThreads(
  viewer: Viewer,
  sought?: { memberIds: string[]; name: string },
): Promise<LatestThread[]> {
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const groups = sought ? await groupsCalled(tx, viewer, sought.name) : [];
    const rows = await sqlRows(tx, threadRow)`
      SELECT ${cardColumns} FROM (
          SELECT * FROM chat_threads t WHERE t.company_id = ${companyId}::uuid AND t.last_number > 0
              AND ${sought ? matching(viewer, sought.memberIds, groups) : Prisma.sql`true`}
            ORDER BY ${newestFirst} LIMIT ${Prisma.raw(String(maxLatest))}) t ${beside(viewer)}
        ORDER BY ${newestFirst}`;
    const cards = await toCards(tx, viewer, rows);
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

function matching(viewer: Viewer, memberIds: string[], groups: string[]): Prisma.Sql {
  const others = memberIds.filter((id) => id !== viewer.memberId);
  return Prisma.sql`(t.id = ANY (${groups}::uuid[]) OR t.kind = 'DIRECT' AND EXISTS (SELECT FROM chat_participants p
    WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.member_id = ANY (${others}::uuid[])))`;
}

/** The viewer's groups whose names hold all words of this. */
async function groupsCalled(tx: ReadTx, { companyId }: Viewer, words: string): Promise<string[]> {
  const terms = queryTerms(words);
  if (terms.length === 0) return [];
  const groups = await sqlRows(tx, namedGroup)`
    SELECT t.id, t.name FROM chat_threads t
      WHERE t.company_id = ${companyId}::uuid AND t.kind = 'GROUP' AND t.name IS NOT NULL
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
  const rows = await sqlRows(tx, threadRow)`SELECT ${cardColumns} FROM chat_threads t ${beside(viewer)}
    WHERE t.company_id = ${viewer.companyId}::uuid AND t.id = ANY (${threadIds}::uuid[])`;
  const cards = await toCards(tx, viewer, rows);
  return new Map(cards.map(({ id, kind, name }) => [id, { kind, name }]));
}

/**
 * How many messages the viewer has not read, over all threads that are neither muted nor archived, without those that were deleted, and
 * how many requests wait for the viewer's consent: each is one, whatever it holds, until it is answered.
 */
export async function countUnread(viewer: Viewer): Promise<number> {
  return readAs(
    viewer,
    (tx) => sqlValue(tx, z.int())`SELECT
        coalesce(sum(CASE state WHEN 'ASKED' THEN 1 ELSE unread END), 0)::int AS unread
      FROM unread_places()
      WHERE state = 'ACTIVE' AND NOT muted AND NOT archived OR state = 'ASKED' AND last_number > 0`,
  );
}

const newestFirst = Prisma.sql`t.last_message_at DESC NULLS LAST, t.id DESC`;

/** Of a thread `t` what its card is made of, with what stands beside it. */
const cardColumns = Prisma.sql`t.id, t.kind, t.name, t.picture_id, t.last_number, own.read_number, own.muted,
  own.pinned_at IS NOT NULL AS pinned, own.archived_at IS NOT NULL AS archived, rest.unread, faces.faces, last.last`;

/**
 * The viewer's own place in it; the viewer and others, who joined first: those whose faces are shown, and one more, by whom there are known
 * to be others; how many lines are unread; and its last line.
 */
function beside({ memberId }: Viewer): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN chat_places own ON own.company_id = t.company_id AND own.thread_id = t.id AND own.member_id = ${memberId}::uuid
    LEFT JOIN LATERAL (SELECT u.unread FROM unread_places() u WHERE u.thread_id = t.id OFFSET 0) rest ON true
    CROSS JOIN LATERAL (SELECT json_agg(json_build_object('memberId', p.member_id, 'state', p.state)) AS faces FROM (
      SELECT member_id, state FROM chat_participants p
      WHERE p.company_id = t.company_id AND p.thread_id = t.id AND (p.member_id = ${memberId}::uuid OR p.state <> 'LEFT')
      ORDER BY (p.member_id = ${memberId}::uuid) DESC, p.joined_at, p.member_id LIMIT ${Prisma.raw(String(maxFaces + 2))}) p) faces
    LEFT JOIN LATERAL (SELECT json_build_object('text', m.text, 'authorId', m.author_id, 'sentAt', m.sent_at, 'number', m.number,
        'revision', m.revision, 'deleted', m.deleted_at IS NOT NULL, 'notice', CASE m.kind WHEN 'NOTICE' THEN m.notice END,
        'files', (SELECT count(*) FROM chat_files f
          WHERE f.company_id = m.company_id AND f.thread_id = m.thread_id AND f.number = m.number)) AS last
      FROM chat_messages m WHERE m.company_id = t.company_id AND m.thread_id = t.id AND m.number = t.last_number) last ON true`;
}

const threadRow = z.object({
  id: z.uuid(),
  kind: z.enum(["DIRECT", "GROUP"]),
  name: z.string().nullable(),
  pictureId: z.uuid().nullable(),
  lastNumber: z.int(),
  readNumber: z.int().nullable(),
  unread: z.int().nullable(),
  muted: z.boolean().nullable(),
  pinned: z.boolean(),
  archived: z.boolean(),
  faces: z
    .array(z.object({ memberId: z.uuid(), state: z.enum(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"]) }))
    .nullable(),
  last: z
    .object({
      text: z.string(),
      authorId: z.uuid(),
      sentAt: z.coerce.date().transform((at) => at.toISOString()),
      number: z.int(),
      revision: z.int(),
      deleted: z.boolean(),
      notice: noticeSchema.nullable(),
      files: z.int(),
    })
    .nullable(),
});
type ThreadRow = z.output<typeof threadRow>;

async function toCards(tx: ReadTx, viewer: Viewer, rows: ThreadRow[]): Promise<ThreadCard[]> {
  // The author of the last line may not be among the shown faces.
  const shown = rows.flatMap(({ faces, last }) => [
    ...(faces ?? []).map(({ memberId }) => memberId),
    ...(last ? [last.authorId] : []),
  ]);
  const cards = await findCards(tx, [...new Set(shown)]);
  return rows.flatMap((row) => toCard(row, viewer, cards) ?? []);
}

/** Null for a thread that the viewer is not in. */
function toCard(row: ThreadRow, viewer: Viewer, cards: Map<string, PersonCard>): ThreadCard | null {
  const { last } = row;
  const participants = row.faces ?? [];
  const own = participants.find(({ memberId }) => memberId === viewer.memberId);
  if (!own) return null;
  const others = participants.filter((participant) => participant !== own);
  const people = others.flatMap(({ memberId }) => cards.get(memberId) ?? []);
  return {
    id: row.id,
    kind: row.kind,
    name: nameOf(row, people),
    people: people.slice(0, maxFaces),
    picture: row.pictureId,
    standing: standingOf(row, own, row.kind === "DIRECT" ? others[0] : undefined),
    last: last && { ...last, author: cards.get(last.authorId)?.displayName ?? null },
    unread: row.unread ?? 0,
    readNumber: row.readNumber ?? 0,
    muted: row.muted ?? false,
    pinned: row.pinned,
    archived: row.archived,
  };
}
