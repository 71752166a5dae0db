import "server-only";
import { z } from "zod";
import { memberKinds } from "#lib/auth/schema.ts";
import { snakeCase } from "#lib/column-names.ts";
import type { Tx } from "#lib/db.ts";
import { type Audience, Prisma } from "#lib/generated/prisma/client.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";
import { nameRow } from "./name-row.ts";

/**
 * Members as `m`, beside what the viewer of the transaction may see of their profiles as `p`: all that anybody reads of a person comes
 * from here. What that is stands in prisma/sql/people/visible.sql; it holds in WHERE and ORDER BY too.
 */
const visiblePeople = Prisma.sql`members m
  JOIN visible_profiles p ON p.company_id = m.company_id AND p.member_id = m.id`;

/** The same profiles alone, of active members those that are `listed`, as whatever they are (prisma/sql/people/listed.sql). */
export const visibleProfiles = Prisma.sql`visible_profiles p`;

/** The order of the directory. */
export const inOrder = Prisma.sql`p.sort_key, p.member_id`;

/** A profile that one may see. */
const profileRow = nameRow.extend({
  sortKey: z.string(),
  joinedOn: z.coerce.date(),
  leftOn: z.coerce.date().nullable(),
  department: z.string(),
  title: z.string().nullable(),
  area: z.string().nullable(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
  purposes: z.array(z.string()),
  skills: z.array(z.string()),
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

/** What this audience sees of the profile of the transaction's own member; null where that is nothing. */
export async function findOwnProfileAs(
  tx: Tx,
  audience: Audience,
): Promise<z.output<typeof profileRow> | null> {
  const [profile] = await sqlRows(tx, profileRow)`
    SELECT ${columnsOf(profileRow)} FROM own_profile_as(${audience}::"Audience")`;
  return profile ?? null;
}

/** Their names in SQL. */
export function columnsOf({ shape }: z.ZodObject): Prisma.Sql {
  return Prisma.raw(Object.keys(shape).map(snakeCase).join(", "));
}
