import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { camelCase } from "#lib/column-names.ts";
import { NotFound } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { decideRowsSchema, fixRowSchema } from "#lib/leavers/input.ts";
import {
  decisions,
  type ImportRow,
  type LeaverCard,
  type Problem,
  type RowsAsked,
  verdicts,
} from "#lib/leavers/schema.ts";
import { day } from "#lib/people/days.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";
import { refuseImport, requireImportId, withReadyImport } from "./held-imports.ts";
import { fixOne } from "./row-fixing.ts";

const rowsOfPage = 50;

/** The people of an import of whom it was asked, in the order of the files, 50 at most; `next` is the `after` of the next ones. Throws NotFound. */
export async function listImportRows(
  viewer: Viewer,
  importId: string,
  { show, reason, after = 0 }: RowsAsked,
): Promise<{ rows: ImportRow[]; next: number | null }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  const which = [
    Prisma.sql`r.place > ${after}::int`,
    ...(show === "WARNED" ? [Prisma.sql`r.warned`] : []),
    ...(show === "WARNED" || show === "ALL" ? [] : [Prisma.sql`r.verdict = ${show}::"LeaverVerdict"`]),
    ...(reason ? [Prisma.sql`r.problems @> ${JSON.stringify([{ reason }])}::jsonb`] : []),
  ];
  const found = await readAs(viewer, async (tx) => {
    const [own] = await sqlRows(tx, z.object({ id: z.uuid() }))`
      SELECT id FROM leaver_imports WHERE company_id = ${viewer.companyId}::uuid AND id = ${importId}::uuid`;
    if (!own) throw new NotFound();
    return readRows(tx, viewer.companyId, importId, Prisma.join(which, " AND "), rowsOfPage + 1);
  });
  const rows = found.slice(0, rowsOfPage);
  return { rows, next: found.length > rowsOfPage ? (rows.at(-1)?.place ?? null) : null };
}

/**
 * Says what is to become of people who are to be decided about, of these places or of all that wait; null takes it back. MERGE is said of
 * those alone who resemble a leaver. Somebody who is taken though another has their number comes in without it. Returns of how many it was said.
 * Throws NotFound, and Invalid with "moved" for `import`.
 */
export async function decideRows(
  viewer: Viewer,
  { importId, places, decision }: z.output<typeof decideRowsSchema>,
): Promise<{ decided: number }> {
  const decided = await withReadyImport(viewer, importId, async (tx) => {
    const { count } = await tx.leaverImportRow.updateMany({
      where: {
        companyId: viewer.companyId,
        importId,
        verdict: "DECIDE",
        ...(places === "all" ? { decision: null } : { place: { in: places } }),
        ...(decision === "MERGE" && { leaverId: { not: null } }),
      },
      data: { decision },
    });
    // Who was one to decide about is not any more.
    if (count === 0 && places !== "all" && decision !== null) refuseImport("moved");
    return count;
  });
  return { decided };
}

/**
 * Puts what HR typed in the place of what the files say of a person, and judges them anew, with those who are like them. What HR decided of them is
 * gone. Throws NotFound, and Invalid with "moved" for `import`.
 */
export async function fixRow(
  viewer: Viewer,
  { importId, place, values }: z.output<typeof fixRowSchema>,
): Promise<ImportRow> {
  return withReadyImport(viewer, importId, async (tx) => {
    await fixOne(tx, { companyId: viewer.companyId, importId, place }, values);
    const [row] = await readRows(tx, viewer.companyId, importId, Prisma.sql`r.place = ${place}::int`, 1);
    if (!row) throw new NotFound();
    return row;
  });
}

const text = z.string().nullable();
const date = z.coerce
  .date()
  .nullable()
  .transform((on) => on && day(on));

const rowSchema = z.object({
  place: z.int(),
  person: z.record(z.string(), z.union([z.string(), z.boolean()])),
  problems: z.array(z.custom<Problem>()),
  rows: z.custom<ImportRow["from"]>(),
  fixed: z.custom<ImportRow["fixed"]>().nullable(),
  verdict: z.enum(verdicts),
  decision: z.enum(decisions).nullable(),
  changes: z.record(z.string(), z.tuple([text, z.string()])).nullable(),
  id: z.uuid().nullable(),
  number: text,
  familyName: text,
  givenName: text,
  familyNameKana: text,
  givenNameKana: text,
  joinedOn: date,
  leftOn: date,
  department: text,
  title: text,
  mail: text,
  deceased: z.boolean().nullable(),
  tags: z.array(z.string()).nullable(),
});

async function readRows(
  tx: ReadTx,
  companyId: string,
  importId: string,
  which: Prisma.Sql,
  atMost: number,
): Promise<ImportRow[]> {
  const rows = await sqlRows(tx, rowSchema)`
    SELECT r.place, r.person, r.problems, r.rows, r.fixed, r.verdict::text, r.decision::text, r.changes, l.id, l.number, l.family_name, l.given_name,
        l.family_name_kana, l.given_name_kana, l.joined_on, l.left_on, l.department, l.title, l.mail, l.deceased, l.tags
      FROM leaver_import_rows r LEFT JOIN leavers l ON l.company_id = r.company_id AND l.id = r.leaver_id
      WHERE r.company_id = ${companyId}::uuid AND r.import_id = ${importId}::uuid AND ${which} ORDER BY r.place LIMIT ${atMost}::int`;
  return rows.map(({ place, person, problems, rows: from, fixed, verdict, decision, changes, ...leaver }) => {
    const { doc, sort_key, ...said } = person;
    return {
      place,
      person: camelCased(said),
      problems,
      from,
      verdict,
      decision,
      leaver: cardOf(leaver),
      changes: camelCased(changes ?? {}),
      fixed: fixed ?? {},
    };
  });
}

type Leaver = Pick<z.output<typeof rowSchema>, Exclude<keyof LeaverCard, never>>;

function cardOf({ id, familyName, givenName, deceased, tags, ...others }: Leaver): LeaverCard | null {
  if (id === null) return null;
  return {
    ...others,
    id,
    familyName: familyName ?? "",
    givenName: givenName ?? "",
    deceased: deceased ?? false,
    tags: tags ?? [],
  };
}

function camelCased<T>(columns: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [camelCase(column), value]));
}
