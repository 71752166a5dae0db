import "server-only";
import { z } from "zod";
import { memberKinds, type Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { Census } from "#lib/people/schema.ts";
import { partedIds, visibleProfiles } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";

const recentDays = 30;
const maxRecent = 100;

/** How many active members the viewer finds in the company, and how many of them joined within the last 30 days; of these 100 at most. */
export async function countMembers(viewer: Viewer): Promise<Census> {
  const since = new Date(Date.now() - recentDays * 24 * 60 * 60 * 1000);
  return readAs(
    viewer,
    (tx) => sqlRow(tx, censusRow)`SELECT * FROM company_census(${since}::timestamptz, ${maxRecent}::int)`,
  );
}

const censusRow = z.object({ alumni: z.int(), employees: z.int(), joinedRecently: z.int() });

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
