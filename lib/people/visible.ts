import "server-only";
import { z } from "zod";
import { memberKinds } from "#lib/auth/schema.ts";
import { snakeCase } from "#lib/column-names.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma, type ViewerKind } from "#lib/generated/prisma/client.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { type History, positionSchema } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { nameRow } from "./name-row.ts";

/**
 * Members as `m`, beside what the viewer of the transaction may see of their profiles as `p`: all that anybody reads of a person comes
 * from here. What that is stands in prisma/sql/people/visible.sql; it holds in WHERE and ORDER BY too.
 */
const visiblePeople = Prisma.sql`members m
  JOIN visible_profiles p ON p.company_id = m.company_id AND p.member_id = m.id`;

/**
 * Of the same profiles those whom the viewer finds (prisma/sql/people/findable.sql); whom the directory lists is `listed`, as whatever they
 * are (listed.sql).
 */
export const findableProfiles = Prisma.sql`(SELECT * FROM findable_profiles) p`;

/** All profiles of the company, whether the viewer finds them or not. */
export const visibleProfiles = Prisma.sql`visible_profiles p`;

/** Whom the directory lists, as `l`. */
export const listedMembers = Prisma.sql`(SELECT * FROM listed_members) l`;

/** An array of the ids of those whom a block parts from the viewer of the transaction. */
export const partedIds = Prisma.sql`(SELECT parted_from_caller())::uuid[]`;

/** The order of the directory. */
export const inOrder = Prisma.sql`p.sort_key, p.member_id`;

/** A profile that one may see. */
export const profileRow = nameRow.extend({
  sortKey: z.string(),
  joinedOn: z.coerce.date().nullable(),
  leftOn: z.coerce.date().nullable(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  area: z.string().nullable(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
  purposes: z.array(z.string()),
  purposeNotes: z.record(z.string(), z.string()),
  rehire: z.boolean(),
  skills: z.array(z.string()),
  employer: z.string().nullable(),
  employerTitle: z.string().nullable(),
  industry: z.string().nullable(),
  work: z.string().nullable(),
  links: z.array(z.string()),
  photoId: z.uuid().nullable(),
  positions: z.array(positionSchema),
  /** What they answered to what the company asks besides, by its fields. */
  details: z.record(z.string(), z.string()),
});

/** A member with it. */
export const personRow = profileRow.extend({
  memberId: z.uuid(),
  kind: z.enum(memberKinds),
  status: z.enum(["INVITED", "ACTIVE", "SUSPENDED"]),
});

/**
 * Those of these members of the viewer's company whom the viewer may see, whatever their status, in the order of the directory. Of each
 * the columns that `row` has, a part of personRow.
 */
export function findVisible<Row extends z.ZodObject>(
  tx: ReadTx,
  memberIds: string[],
  row: Row,
): Promise<z.output<Row>[]> {
  return sqlRows(tx, row)`
    SELECT ${columnsOf(row)} FROM ${visiblePeople} WHERE m.id = ANY (${memberIds}::uuid[]) ORDER BY ${inOrder}`;
}

/** As findVisible, of those whose page the viewer may open: whom the viewer finds, or meets in a conversation. */
export function findReachable<Row extends z.ZodObject>(
  tx: ReadTx,
  memberIds: string[],
  row: Row,
): Promise<z.output<Row>[]> {
  return sqlRows(tx, row)`
    SELECT ${columnsOf(row)} FROM ${visiblePeople}
    WHERE m.id = ANY (${memberIds}::uuid[]) AND (findable_by_caller(m.id) OR meets_caller(m.id)) ORDER BY ${inOrder}`;
}

/** What viewers of this kind see of the profile of the transaction's own member. */
export function findOwnProfileAs(tx: ReadTx | Tx, kind: ViewerKind): Promise<z.output<typeof profileRow>> {
  return sqlRow(tx, profileRow)`SELECT ${columnsOf(profileRow)} FROM own_profile_as(${kind}::"ViewerKind")`;
}

/** The same for the one to whom alone they show that they would come back; null where there is none. */
export async function findOwnProfileAsContact(tx: ReadTx): Promise<z.output<typeof profileRow> | null> {
  const [seen] = await sqlRows(tx, profileRow)`SELECT ${columnsOf(profileRow)} FROM own_profile_as_contact()`;
  return seen ?? null;
}

/** The same of whose correction the transaction has confirmed. */
export function findCorrectedProfileAs(
  tx: Tx,
  correctionId: string,
  kind: ViewerKind,
): Promise<z.output<typeof profileRow>> {
  return sqlRow(
    tx,
    profileRow,
  )`SELECT ${columnsOf(profileRow)} FROM corrected_profile_as(${correctionId}::uuid, ${kind}::"ViewerKind")`;
}

/** The years and the department of the transaction's own member, as HR recorded them, and what they held besides. */
const ownCareer = Prisma.sql`SELECT department, joined_on, left_on, positions FROM own_career()`;

/** The same, read. */
export async function findOwnCareer(tx: ReadTx): Promise<History> {
  const { department, joinedOn, leftOn, positions } = await sqlRow(tx, careerRow)`${ownCareer}`;
  return { department, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn), positions };
}

const careerRow = profileRow.pick({ department: true, joinedOn: true, leftOn: true, positions: true });

/** Their names in SQL. */
export function columnsOf({ shape }: z.ZodObject): Prisma.Sql {
  return Prisma.raw(Object.keys(shape).map(snakeCase).join(", "));
}
