import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { cardFields, toCard } from "#lib/people/cards.ts";
import { day } from "#lib/people/days.ts";
import { indexRow } from "#lib/people/index-rows.ts";
import type { DirectoryPage, DirectoryPerson, DirectoryQuery, DirectoryRow } from "#lib/people/schema.ts";
import { type PeopleTerms, peopleTerms } from "#lib/people/search-text.ts";
import { findVisible, inOrder, personRow, visiblePeople } from "#lib/people/visible.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";

const pageSize = 30;
const maxHits = 5000;

/**
 * Active members of the viewer's company in the order of their readings, 30 a page. A search goes through the first 5,000 whose
 * texts hold every word; `atLeast` says that there were more.
 */
export async function listDirectory(viewer: Viewer, query: DirectoryQuery): Promise<DirectoryPage> {
  const terms = peopleTerms(query.q);
  return withViewer(viewer, async (tx) => {
    const { keys, ...answer } =
      query.q === "" ? await browse(tx, viewer, query) : await search(tx, viewer, query, terms);
    const shown = keys.slice(0, pageSize);
    const last = keys.length > pageSize ? shown.at(-1) : undefined;
    return {
      people: await findPeople(tx, shown),
      next: last ? `${last.sortKey}~${last.memberId}` : null,
      ...answer,
    };
  });
}

const keySchema = z.object({ memberId: z.uuid(), sortKey: z.string() });
type Key = z.infer<typeof keySchema>;
type Answer = { keys: Key[]; total: number; atLeast: boolean; rows: DirectoryRow[] };

async function browse(tx: Tx, { companyId }: Viewer, query: DirectoryQuery): Promise<Answer> {
  const listed = Prisma.sql`FROM ${visiblePeople}
    WHERE m.company_id = ${companyId}::uuid AND m.status = 'ACTIVE' AND ${ofKind(query.kind)}`;
  const counted = await sqlRows(tx, z.object({ initial: z.string(), total: z.int() }))`
    SELECT left(p.sort_key, 1) AS initial, count(*)::int AS total ${listed} GROUP BY 1 ORDER BY 1`;
  const keys = await sqlRows(tx, keySchema)`
    SELECT p.member_id, p.sort_key ${listed} AND p.sort_key >= ${query.from ?? ""} AND ${past(query.after)} ${onePage}`;
  return {
    keys,
    total: counted.reduce((sum, { total }) => sum + total, 0),
    atLeast: false,
    rows: rowsOf(counted.map(({ initial }) => initial)),
  };
}

async function search(
  tx: Tx,
  { companyId }: Viewer,
  query: DirectoryQuery,
  { terms, sounds }: PeopleTerms,
): Promise<Answer> {
  if (terms.length === 0) return { keys: [], total: 0, atLeast: false, rows: [] };
  const { hits, ...found } = await sqlRow(tx, answerSchema)`
    WITH hits AS MATERIALIZED (SELECT search_members(${terms}::text[], ${maxHits}::int, ${sounds}::text[]) AS member_id),
    found AS MATERIALIZED (
      SELECT p.member_id, p.sort_key FROM ${visiblePeople} JOIN hits ON hits.member_id = m.id
        WHERE m.company_id = ${companyId}::uuid AND m.status = 'ACTIVE' AND ${ofKind(query.kind)}),
    page AS (SELECT * FROM found p WHERE ${past(query.after)} ${onePage})
    SELECT (SELECT count(*)::int FROM hits) AS hits, (SELECT count(*)::int FROM found) AS total,
      (SELECT coalesce(json_agg(json_build_object('memberId', member_id, 'sortKey', sort_key)), '[]') FROM page) AS keys`;
  return { ...found, atLeast: hits === maxHits, rows: [] };
}

const answerSchema = z.object({ hits: z.int(), total: z.int(), keys: z.array(keySchema) });

function ofKind(kind: DirectoryQuery["kind"]): Prisma.Sql {
  return kind ? Prisma.sql`m.kind = ${kind}::"MemberKind"` : Prisma.sql`true`;
}

function past(after: DirectoryQuery["after"]): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  return Prisma.sql`(p.sort_key, p.member_id) > (${after.sortKey}, ${after.memberId}::uuid)`;
}

const onePage = Prisma.sql`ORDER BY ${inOrder} LIMIT ${pageSize + 1}`;

/** One heading for neighbours that stand under the same. */
function rowsOf(initials: string[]): DirectoryRow[] {
  const rows = initials.map((initial) => ({ row: indexRow(initial), from: initial }));
  return rows.filter(({ row }, index) => row !== rows[index - 1]?.row);
}

const listRow = personRow.pick({
  ...cardFields,
  sortKey: true,
  department: true,
  joinedOn: true,
  leftOn: true,
});

async function findPeople(tx: Tx, keys: Key[]): Promise<DirectoryPerson[]> {
  const ids = keys.map(({ memberId }) => memberId);
  const people = await findVisible(tx, ids, listRow);
  return people.map((person) => ({
    ...toCard(person),
    department: person.department,
    joinedOn: day(person.joinedOn),
    leftOn: person.leftOn && day(person.leftOn),
    row: indexRow(person.sortKey),
  }));
}
