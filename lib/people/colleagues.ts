import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { findCards } from "#lib/people/cards.ts";
import { type MutualColleagues, memberIdSchema } from "#lib/people/schema.ts";
import { findableProfiles } from "#lib/people/visible.ts";
import { sqlRow } from "#lib/sql.ts";

const maxShown = 6;
const maxCounted = 100;

/**
 * Those with whom both the viewer and that member were in one department, as far as the viewer sees it: at most 6, those who were there longest first,
 * and how many there are, counted up to 100.
 */
export async function findMutualColleagues(viewer: Viewer, memberId: string): Promise<MutualColleagues> {
  if (memberId === viewer.memberId || !memberIdSchema.safeParse(memberId).success) return nobody;
  return readAs(viewer, async (tx) => {
    const { total, ids } = await sqlRow(tx, answerSchema)`
      WITH mutual AS MATERIALIZED (SELECT mutual_colleagues(${memberId}::uuid, ${maxCounted}::int) AS member_id)
      SELECT (SELECT count(*)::int FROM mutual) AS total, ARRAY(
        SELECT p.member_id FROM mutual JOIN ${findableProfiles} ON p.member_id = mutual.member_id
          WHERE p.company_id = ${viewer.companyId}::uuid
          ORDER BY coalesce(p.left_on, current_date) - p.joined_on DESC, p.sort_key, p.member_id LIMIT ${maxShown}) AS ids`;
    const cards = await findCards(tx, ids);
    return { people: ids.flatMap((id) => cards.get(id) ?? []), total, atLeast: total === maxCounted };
  });
}

const nobody: MutualColleagues = { people: [], total: 0, atLeast: false };
const answerSchema = z.object({ total: z.int(), ids: z.array(z.uuid()) });
