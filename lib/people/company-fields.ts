import "server-only";
import { z } from "zod";
import { audiences, type Limit, limits } from "#lib/people/audiences.ts";
import type { CompanyField } from "#lib/people/details.ts";
import { fieldWordsSchema } from "#lib/people/field-texts.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

const fieldRow = fieldWordsSchema
  .extend({
    nameJa: z.string().nullable(),
    nameEn: z.string().nullable(),
    hintJa: z.string().nullable(),
    hintEn: z.string().nullable(),
    audience: z.enum(audiences),
    widest: z.enum(limits),
  })
  .transform(
    ({ nameJa, nameEn, hintJa, hintEn, ...field }): KeptField => ({
      ...field,
      name: { ja: nameJa, en: nameEn },
      hint: { ja: hintJa, en: hintEn },
    }),
  );

/** With the mark by which it stands in search texts, and who sees an answer at most, whatever is chosen. */
export type KeptField = CompanyField & { mark: number; widest: Limit };

/** What the company of the transaction asks of its people, in its order; 20 at most. What is retired is not among it. */
export function readFields(tx: ReadTx): Promise<KeptField[]> {
  return sqlRows(tx, fieldRow)`
    SELECT id, kind, name_ja, name_en, hint_ja, hint_en, choices, audience, widest, mark FROM company_fields
      WHERE company_id = (SELECT app_company_id()) AND state = 'SHOWN' ORDER BY place, id`;
}

/** As a page gets it. */
export function shown({ mark: _mark, widest: _widest, ...field }: KeptField): CompanyField {
  return field;
}
