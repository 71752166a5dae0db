import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { sqlRows } from "#lib/sql.ts";
import { askedOf } from "./asked.ts";
import { requireHr } from "./hr.ts";
import { maxMatching } from "./list-policy.ts";
import type { LeaverQuery } from "./list-query.ts";
import { recordColumns } from "./record-columns.ts";
import { grounds } from "./schema.ts";

const text = z.string().nullable();
const tableRow = z.object({
  ...recordColumns,
  deceased: z.boolean(),
  tags: z.array(z.string()),
  ground: z.enum(grounds).nullable(),
  groundOn: text,
  groundDocument: text,
  note: text,
});

/** A leaver as a line of a table that HR takes along. */
type LeaverRow = z.output<typeof tableRow>;
/** Its columns, in their order. */
export const leaverColumns = tableRow.keyof().options;

/**
 * The records of these leavers, or else of all whom a question means, by their reading: 10,000 at most. Throws NotFound for who is not of HR.
 */
export async function listLeaverRows(
  viewer: Viewer,
  of: { ids: readonly string[] } | { query: LeaverQuery },
  today: string,
): Promise<LeaverRow[]> {
  requireHr(viewer);
  return readAs(viewer, async (tx) => {
    const ids = "ids" in of ? of.ids : null;
    const asked = "query" in of ? askedOf(of.query, today) : null;
    if (!ids && !asked) return [];
    return sqlRows(tx, tableRow)`
      SELECT number, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, registered_family_name,
          registered_given_name, joined_on::text, left_on::text, department, title, employment, mail, work_mail, deceased, tags, ground, ground_on::text,
          ground_document, note
        FROM leavers WHERE company_id = (SELECT app_company_id()) AND id = ANY (coalesce(${ids}::uuid[],
          ARRAY(SELECT leavers_matching(${JSON.stringify(asked ?? {})}::jsonb, ${maxMatching}::int)))) ORDER BY sort_key COLLATE "C", id LIMIT ${maxMatching}::int`;
  });
}
