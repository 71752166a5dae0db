import "server-only";
import { z } from "zod";
import { memberKinds, type Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Census } from "#lib/people/schema.ts";
import { listedMembers, partedIds, visibleProfiles } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const recentDays = 30;
const maxRecent = 100;

/** How many active members the viewer finds in the company, and how many of them joined within the last 30 days; of these 100 at most. */
export async function countMembers(viewer: Viewer): Promise<Census> {
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const [listed, joinedRecently] = await Promise.all([
      countListed(tx, companyId),
      countRecent(tx, companyId),
    ]);
    const of = (kind: Viewer["kind"]) =>
      listed.filter((one) => one.kind === kind).reduce((sum, { people }) => sum + people, 0);
    return {
      alumni: of("ALUMNUS"),
      employees: of("EMPLOYEE"),
      joinedRecently,
    };
  });
}

const countSchema = z.object({ kind: z.enum(memberKinds), initial: z.string(), people: z.int() });

/**
 * How many people the directory lists for the viewer of the transaction, by kind and by the initial of their sort keys, in the order of
 * these: all of the company whom no block parts from the viewer.
 */
export function countListed(tx: ReadTx, companyId: string): Promise<z.infer<typeof countSchema>[]> {
  return sqlRows(tx, countSchema)`
    WITH parted AS MATERIALIZED (
      SELECT p.listed, left(p.sort_key, 1) AS initial, count(*)::int AS people FROM ${visibleProfiles}
        WHERE p.company_id = ${companyId}::uuid AND p.member_id = ANY (${partedIds}) AND p.listed IS NOT NULL GROUP BY 1, 2)
    SELECT c.kind, c.initial, c.people - coalesce(parted.people, 0) AS people FROM directory_counts c
      LEFT JOIN parted ON parted.listed = c.kind AND parted.initial = c.initial
      WHERE c.company_id = ${companyId}::uuid AND c.people > coalesce(parted.people, 0) ORDER BY c.initial, c.kind`;
}

function countRecent(tx: ReadTx, companyId: string): Promise<number> {
  const since = new Date(Date.now() - recentDays * 24 * 60 * 60 * 1000);
  return sqlValue(tx, z.int())`SELECT count(*)::int FROM (
    SELECT FROM members m CROSS JOIN LATERAL (
        SELECT FROM ${listedMembers} WHERE l.company_id = ${companyId}::uuid AND l.member_id = m.id OFFSET 0) listed
      WHERE m.company_id = ${companyId}::uuid AND m.status = 'ACTIVE' AND m.joined_at >= ${since}::timestamptz AND m.id <> ALL (${partedIds})
      LIMIT ${Prisma.raw(String(maxRecent))}) recent`;
}
