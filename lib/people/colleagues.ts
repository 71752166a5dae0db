import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { findCards } from "#lib/people/cards.ts";
import { type MutualColleagues, memberIdSchema } from "#lib/people/schema.ts";
import { sqlRow } from "#lib/sql.ts";

const maxShown = 6;
const maxCounted = 100;
/** Of so large a department at most so many are looked at. */
const maxLooked = 500;

/**
 * Those whom the directory lists with whom both the viewer and that member were in one department, as far as the viewer sees it: at most 6, those who were there
 * longest first, and how many there are, counted up to 100. Of a department of more than 500 those are looked at who came first.
 */
export async function findMutualColleagues(viewer: Viewer, memberId: string): Promise<MutualColleagues> {
  if (memberId === viewer.memberId || !memberIdSchema.safeParse(memberId).success) return nobody;
  return readAs(viewer, async (tx) => {
    const { total, atLeast, ids } = await sqlRow(tx, answerSchema)`
      SELECT total, at_least, ids FROM mutual_colleagues(${memberId}::uuid, ${maxShown}::int, ${maxCounted}::int, ${maxLooked}::int)`;
    const cards = await findCards(tx, ids);
    return { people: ids.flatMap((id) => cards.get(id) ?? []), total, atLeast };
  });
}

const nobody: MutualColleagues = { people: [], total: 0, atLeast: false };
const answerSchema = z.object({ total: z.int(), atLeast: z.boolean(), ids: z.array(z.uuid()) });
