import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { displayName } from "#lib/people/names.ts";
import { sqlRows } from "#lib/sql.ts";
import type { LeaverFacts } from "./typed-leaver.ts";

/** Who has that number or address already. */
export type Taken = { field: "number" | "mail"; id: string; name: string };

/** Others of the transaction's company than `own` who have this number or address already, at most two. */
export async function findTaken(
  tx: Tx,
  { number, mail }: Pick<LeaverFacts, "number" | "mail">,
  own: string[],
): Promise<Taken[]> {
  const rows = await sqlRows(tx, takenRow)`
    SELECT id, family_name, given_name, preferred_name, coalesce(number = ${number}, false) AS same_number FROM leavers
      WHERE company_id = (SELECT app_company_id()) AND (number = ${number} OR mail = ${mail}) AND id <> ALL (${own}::uuid[]) ORDER BY id LIMIT 2`;
  return rows.map(({ id, sameNumber, ...names }) => ({
    field: sameNumber ? "number" : "mail",
    id,
    name: displayName(names),
  }));
}

const takenRow = z.object({
  id: z.uuid(),
  familyName: z.string(),
  givenName: z.string(),
  preferredName: z.string().nullable(),
  sameNumber: z.boolean(),
});
