import "server-only";
import { z } from "zod";
import { audiences } from "#lib/people/audiences.ts";
import { fieldWordsSchema } from "#lib/people/field-texts.ts";
import type { DeskField } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

const deskRow = fieldWordsSchema.omit({ mark: true }).extend({
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  hintJa: z.string().nullable(),
  hintEn: z.string().nullable(),
  audience: z.enum(audiences),
  place: z.int(),
  retired: z.boolean(),
  settling: z.boolean(),
});

/** For HR, and nobody else: all that the company asks, in its order, the retired ones too. */
export async function readDeskFields(tx: ReadTx): Promise<DeskField[]> {
  const rows = await sqlRows(tx, deskRow)`
    SELECT id, kind, name_ja, name_en, hint_ja, hint_en, choices, audience, place, state = 'RETIRED' AS retired, stale_at IS NOT NULL AS settling
      FROM company_fields WHERE company_id = (SELECT app_company_id()) AND state <> 'DELETED' AND (SELECT app_role()) IN ('HR_ADMIN', 'OWNER')
      ORDER BY place, id`;
  return rows.map(({ nameJa, nameEn, hintJa, hintEn, ...row }) => ({
    ...row,
    name: { ja: nameJa, en: nameEn },
    hint: { ja: hintJa, en: hintEn },
  }));
}
