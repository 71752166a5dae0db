import "server-only";
import { z } from "zod";
import type { MemberKind, Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { cardFields, toCards } from "#lib/people/cards.ts";
import { countListed } from "#lib/people/census.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { indexRow } from "#lib/people/index-rows.ts";
import { overlapOf } from "#lib/people/overlap.ts";
import type {
  Career,
  DirectoryPage,
  DirectoryPerson,
  DirectoryQuery,
  DirectoryRow,
} from "#lib/people/schema.ts";
import { type PeopleTerms, peopleTerms } from "#lib/people/search-text.ts";
import {
  columnsOf,
  findableProfiles,
  findOwnCareer,
  findVisible,
  inOrder,
  personRow,
} from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";

const pageSize = 30;
const maxHits = 5000;

/**
 * Active members of the viewer's company in the order of their readings, 30 a page. A search goes through the first 5,000 whose
 * texts hold every word; `atLeast` says that there were more.
 */
export async function listDirectory(viewer: Viewer, query: DirectoryQuery): Promise<DirectoryPage> {
  const terms = peopleTerms(query.q);
  return readAs(viewer, (tx) =>
    query.q === "" ? browse(tx, viewer, query) : search(tx, viewer, query, terms),
  );
}

async function browse(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  query: DirectoryQuery,
): Promise<DirectoryPage> {
  const [rows, counted, own] = await Promise.all([
    sqlRows(tx, listRow)`SELECT listed AS kind, ${listColumns} FROM ${findableProfiles}
      WHERE p.company_id = ${companyId}::uuid AND ${listed(query.kind)} AND ${from(query.from)} AND ${past(query.after)}
      ORDER BY ${inOrder} LIMIT ${onePage}`,
    countListed(tx, companyId),
    findOwnCareer(tx),
  ]);
  const ofKind = counted.filter(({ kind }) => !query.kind || kind === query.kind);
  return {
    ...pageOf(rows, memberId, own),
    total: ofKind.reduce((sum, { people }) => sum + people, 0),
    atLeast: false,
    rows: rowsOf(ofKind.map(({ initial }) => initial)),
  };
}

/** A page of people out of one more than it shows, by which there are known to be more. */
function pageOf(
  rows: z.output<typeof listRow>[],
  viewerId: string,
  own: Career,
): Pick<DirectoryPage, "people" | "next"> {
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { people: toPeople(shown, viewerId, own), next: last ? `${last.sortKey}~${last.memberId}` : null };
}

async function search(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  query: DirectoryQuery,
  { terms, sounds }: PeopleTerms,
): Promise<DirectoryPage> {
  if (terms.length === 0) return { people: [], next: null, total: 0, atLeast: false, rows: [] };
  const { hits, total, ids } = await sqlRow(tx, answerSchema)`
    WITH hits AS MATERIALIZED (SELECT search_members(${terms}::text[], ${maxHits}::int, ${sounds}::text[]) AS member_id),
    found AS MATERIALIZED (
      SELECT p.member_id, p.sort_key FROM ${findableProfiles} JOIN hits ON hits.member_id = p.member_id
        WHERE p.company_id = ${companyId}::uuid AND ${found(query.kind)})
    SELECT (SELECT count(*)::int FROM hits) AS hits, (SELECT count(*)::int FROM found) AS total,
      ARRAY(SELECT member_id FROM found p WHERE ${past(query.after)} ORDER BY ${inOrder} LIMIT ${onePage}) AS ids`;
  const [rows, own] = await Promise.all([findVisible(tx, ids, listRow), findOwnCareer(tx)]);
  return { ...pageOf(rows, memberId, own), total, atLeast: hits === maxHits, rows: [] };
}

const answerSchema = z.object({ hits: z.int(), total: z.int(), ids: z.array(z.uuid()) });

// In the text of a statement, not bound: it decides the plan, which is made once for all values.
const onePage = Prisma.raw(String(pageSize + 1));

/** Whom a search finds: those who are listed, and who does not want to be, as far as the viewer finds them. */
function found(kind: DirectoryQuery["kind"]): Prisma.Sql {
  const asKind = kind ? Prisma.sql`m.kind = ${kind}::"MemberKind"` : Prisma.sql`true`;
  return Prisma.sql`(${listed(kind)} OR p.unlisted AND EXISTS (
    SELECT FROM members m WHERE m.company_id = p.company_id AND m.id = p.member_id AND m.status = 'ACTIVE' AND ${asKind}))`;
}

/** In the text as well, since each kind has an index of its own. */
function listed(kind: DirectoryQuery["kind"]): Prisma.Sql {
  return kind ? listedAs[kind] : Prisma.sql`p.listed IS NOT NULL`;
}

const listedAs: Record<MemberKind, Prisma.Sql> = {
  ALUMNUS: Prisma.sql`p.listed = 'ALUMNUS'`,
  EMPLOYEE: Prisma.sql`p.listed = 'EMPLOYEE'`,
};

function from(sortKey: DirectoryQuery["from"]): Prisma.Sql {
  return sortKey ? Prisma.sql`p.sort_key >= ${sortKey}` : Prisma.sql`true`;
}

function past(after: DirectoryQuery["after"]): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  return Prisma.sql`(p.sort_key, p.member_id) > (${after.sortKey}, ${after.memberId}::uuid)`;
}

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
const listColumns = columnsOf(listRow.omit({ kind: true }));

function toPeople(rows: z.output<typeof listRow>[], viewerId: string, own: Career): DirectoryPerson[] {
  const cards = toCards(rows);
  return rows.flatMap(({ memberId, department, joinedOn, leftOn, sortKey }, at) => {
    const card = cards[at];
    if (!card) return [];
    const career = { department, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn) };
    const overlap = memberId === viewerId ? null : overlapOf(own, career);
    return [{ ...card, ...career, overlap, row: indexRow(sortKey) }];
  });
}
