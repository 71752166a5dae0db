import "server-only";
import { z } from "zod";
import type { MemberKind, Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { askedOf } from "#lib/people/asked.ts";
import { cardFields, toCards } from "#lib/people/cards.ts";
import { countListed } from "#lib/people/census.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { type Dimension, type DirectoryQuery, isNarrowed } from "#lib/people/directory-query.ts";
import { type FieldDimension, isField, withChoices } from "#lib/people/field-dimensions.ts";
import { indexRow } from "#lib/people/index-rows.ts";
import { overlapOf } from "#lib/people/overlap.ts";
import { maxChoices } from "#lib/people/policy.ts";
import type { Choices, DirectoryPage, DirectoryPerson, DirectoryRow, History } from "#lib/people/schema.ts";
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
/** How many a search goes through whose words they hold, */
const maxHits = 1000;
/** whom it asks one by one whether they were here together with the viewer, or of whom it counts the facets. */
const maxCounted = 500;

/**
 * Active members of the viewer's company who match a question, 30 a page. Of more than 1,000 whose texts hold every word the first 1,000 are
 * gone through, and all who match without words; `atLeast` says that there are more than the total: beside words, and of more than 500 who were
 * here together with the viewer.
 */
export async function listDirectory(viewer: Viewer, query: DirectoryQuery): Promise<DirectoryPage> {
  return readAs(viewer, (tx) =>
    isNarrowed(query) || query.sort !== "reading" ? search(tx, viewer, query) : browse(tx, viewer, query),
  );
}

/**
 * What can be chosen of one dimension beside the rest of a question, those with most people first, at most 50, whose value holds what was
 * typed. Counted over all who match; beside words, or the time together, over the first 500, and `atLeast` says that there are more. Of more than
 * 500 who match, those of the 100 choices are offered that most people of the company have.
 */
export async function listChoices(
  viewer: Viewer,
  query: DirectoryQuery,
  dimension: Dimension | FieldDimension,
  typed: string,
): Promise<Choices> {
  const { terms, sounds, kind, lines, together } = askedOf(without(query, dimension));
  const choices = await readAs(
    viewer,
    (tx) => sqlRows(tx, choiceRow)`
    SELECT * FROM facet_choices(${dimension}, ${typed}, ${maxChoices}::int, ${maxCounted}::int, ${terms}::text[], ${sounds}::text[],
      ${kind}::"MemberKind", ${lines}::text[], ${together}::boolean)`,
  );
  return {
    choices: choices.map(({ value, people }) => ({ value, people })),
    atLeast: choices.some(({ atLeast }) => atLeast),
  };
}

function without(query: DirectoryQuery, dimension: Dimension | FieldDimension): DirectoryQuery {
  if (!isField(dimension)) return { ...query, [dimension]: undefined };
  return { ...query, field: withChoices(dimension, query.field, []) };
}

const choiceRow = z.object({ value: z.string(), people: z.int(), atLeast: z.boolean() });

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
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    people: toPeople(rows.slice(0, pageSize), memberId, own),
    next: last ? `${last.sortKey}~${last.memberId}` : null,
    total: ofKind.reduce((sum, { people }) => sum + people, 0),
    atLeast: false,
    rows: rowsOf(ofKind.map(({ initial }) => initial)),
  };
}

async function search(tx: ReadTx, { memberId }: Viewer, query: DirectoryQuery): Promise<DirectoryPage> {
  const { terms, sounds, kind, lines, together, findsNobody } = askedOf(query);
  if (findsNobody) return { people: [], next: null, total: 0, atLeast: false, rows: [] };
  const { key = null, memberId: afterId = null } = placeIn(query) ?? {};
  const most = query.q === "" ? maxCounted : maxHits;
  const { total, ids, keys } = await sqlRow(tx, answerSchema)`
    SELECT * FROM directory_page(${terms}::text[], ${sounds}::text[], ${kind}::"MemberKind", ${lines}::text[], ${together}::boolean, ${query.sort},
      ${key}, ${afterId}::uuid, ${pageSize + 1}::int, ${most}::int)`;
  const [rows, own] = await Promise.all([findVisible(tx, ids, listRow), findOwnCareer(tx)]);
  const places = new Map(ids.map((id, place) => [id, place]));
  const shown = rows.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, pageSize);
  const next = ids.length > pageSize ? `${keys[pageSize - 1]}~${ids[pageSize - 1]}` : null;
  return {
    people: toPeople(shown, memberId, own).map((person) => ({ ...person, ...arrivalOf(person) })),
    next,
    total: total ?? most,
    atLeast: total === null,
    rows: [],
  };

  function placeOf({ memberId }: { memberId: string }): number {
    return places.get(memberId) ?? 0;
  }
  /** The key is when they came, where that is the order. */
  function arrivalOf(person: { memberId: string }): Pick<DirectoryPerson, "arrivedAt"> {
    const at = query.sort === "arrived" ? new Date(keys[placeOf(person)] ?? "") : null;
    return at && !Number.isNaN(at.getTime()) ? { arrivedAt: at.toISOString() } : {};
  }
}

const answerSchema = z.object({
  total: z.int().nullable(),
  ids: z.array(z.uuid()),
  keys: z.array(z.string()),
});

/** Where the page before ended; nowhere where that was one in another order. */
function placeIn({ sort, after }: DirectoryQuery): DirectoryQuery["after"] {
  return after && (sort === "reading" || moment.test(after.key)) ? after : undefined;
}

// As PostgreSQL writes one in UTC.
const moment = /^(-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00)$/;

// In the text of a statement, not bound: it decides the plan, which is made once for all values.
const onePage = Prisma.raw(String(pageSize + 1));

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
  return Prisma.sql`(p.sort_key, p.member_id) > (${after.key}, ${after.memberId}::uuid)`;
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
  employer: true,
  employerTitle: true,
  positions: true,
});
const listColumns = columnsOf(listRow.omit({ kind: true }));

function toPeople(rows: z.output<typeof listRow>[], viewerId: string, own: History): DirectoryPerson[] {
  const cards = toCards(rows);
  return rows.flatMap((row, at) => {
    const card = cards[at];
    if (!card) return [];
    const { memberId, department, sortKey, employer, employerTitle, positions } = row;
    const career = { department, joinedOn: dayOrNull(row.joinedOn), leftOn: dayOrNull(row.leftOn) };
    const overlap = memberId === viewerId ? null : overlapOf(own, { ...career, positions });
    const now = { ...(employer && { employer }), ...(employerTitle && { employerTitle }) };
    return [{ ...card, ...career, ...now, ...(overlap && { overlap }), row: indexRow(sortKey) }];
  });
}
