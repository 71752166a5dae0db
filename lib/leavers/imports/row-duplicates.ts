import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { FoundPerson, Place, Problem } from "#lib/leavers/reading/person.ts";
import { sqlRows } from "#lib/sql.ts";

/** Which row of which import. */
export type RowKey = { companyId: string; importId: string; place: number };

/** The places of the other rows of an import whose person has this one's number, address, or name and days. */
export async function findAlike(tx: Tx, { companyId, importId, place }: RowKey): Promise<number[]> {
  const alike = await sqlRows(tx, z.object({ place: z.int() }))`
    SELECT o.place FROM leaver_import_rows r JOIN leaver_import_rows o ON o.company_id = r.company_id AND o.import_id = r.import_id AND o.place <> r.place
      AND (o.person ->> 'number' = r.person ->> 'number' OR o.person ->> 'mail' = r.person ->> 'mail'
        OR split_part(o.person ->> 'doc', '|', 3) = split_part(r.person ->> 'doc', '|', 3)
          AND o.person -> 'joined_on' IS NOT DISTINCT FROM r.person -> 'joined_on' AND o.person -> 'left_on' IS NOT DISTINCT FROM r.person -> 'left_on')
      WHERE r.company_id = ${companyId}::uuid AND r.import_id = ${importId}::uuid AND r.place = ${place}::int`;
  return alike.map((one) => one.place);
}

/** Tells of each of these rows whether somebody before it has its number or address, or, where it has no number, its name and days; and judges it. */
export async function flagAlike(tx: Tx, { companyId, importId }: RowKey, places: number[]): Promise<void> {
  for (const place of places) {
    const found = await sqlRows(tx, likeRow)`
      SELECT DISTINCT ON (w.reason) w.reason, o.rows
        FROM leaver_import_rows r JOIN leaver_import_rows o ON o.company_id = r.company_id AND o.import_id = r.import_id AND o.place < r.place
          CROSS JOIN LATERAL (
            SELECT 'same-number' AS reason WHERE o.person ->> 'number' = r.person ->> 'number'
            UNION ALL SELECT 'same-mail' WHERE o.person ->> 'mail' = r.person ->> 'mail'
            UNION ALL SELECT 'same-person' WHERE r.person -> 'number' IS NULL AND o.person -> 'number' IS NULL
              AND split_part(o.person ->> 'doc', '|', 3) = split_part(r.person ->> 'doc', '|', 3)
              AND o.person -> 'joined_on' IS NOT DISTINCT FROM r.person -> 'joined_on'
              AND o.person -> 'left_on' IS NOT DISTINCT FROM r.person -> 'left_on') w
        WHERE r.company_id = ${companyId}::uuid AND r.import_id = ${importId}::uuid AND r.place = ${place}::int
        ORDER BY w.reason, o.place`;
    const problems = found.map(
      ({ reason, rows }): Problem => ({
        field: fieldOf[reason],
        kind: "duplicate",
        reason,
        cell: null,
        like: placeOf(rows),
      }),
    );
    await tx.$executeRaw`
      UPDATE leaver_import_rows SET problems = jsonb_path_query_array(problems, '$[*] ? (@.kind != "duplicate")') || ${JSON.stringify(problems)}::jsonb
        WHERE company_id = ${companyId}::uuid AND import_id = ${importId}::uuid AND place = ${place}::int`;
    await tx.$executeRaw`SELECT judge_leaver_rows(${importId}::uuid, ${place}::int, ${place}::int)`;
  }
  await tx.$executeRaw`SELECT settle_leaver_rows(${importId}::uuid)`;
}

const reasons = ["same-number", "same-mail", "same-person"] as const;
const likeRow = z.object({ reason: z.enum(reasons), rows: z.custom<FoundPerson["from"]>() });
const fieldOf = { "same-number": "number", "same-mail": "privateMail", "same-person": null } as const;

function placeOf([first]: FoundPerson["from"]): Place {
  return { file: first?.file ?? 0, row: first?.rows[0] ?? 0 };
}
