import "server-only";
import { z } from "zod";
import { type ImportCounts, type Reason, type Verdict, verdicts } from "#lib/leavers/schema.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow } from "#lib/sql.ts";

const count = z.coerce
  .number()
  .nullable()
  .transform((many) => many ?? 0);
const byVerdict = z.partialRecord(z.enum(verdicts), z.number()).nullable();
const reasons = z.custom<Partial<Record<Reason, number>>>().nullable();

const rowCountsSchema = z.object({
  verdicts: byVerdict,
  warned: count,
  decided: count,
  adding: count,
  changing: count,
  reasons,
});
type RowCounts = z.output<typeof rowCountsSchema>;

/** What an import's row keeps of its counts: what reading left out; and all of them once it is written, when its rows are gone. */
export const keptCountsSchema = z.object({
  leftOut: z.object({ active: z.number(), onLeave: z.number(), totals: z.number(), notes: z.number() }),
  joined: z.number(),
  written: rowCountsSchema.optional(),
});
export type KeptCounts = z.output<typeof keptCountsSchema>;

/** How many of an import's rows there are of each kind. */
export function countRows(tx: ReadTx, importId: string): Promise<RowCounts> {
  return sqlRow(tx, rowCountsSchema)`SELECT * FROM count_leaver_rows(${importId}::uuid)`;
}

/** All counts of an import, as it stands or as it was when it was written. */
export async function countsOf(
  tx: ReadTx,
  importId: string,
  { leftOut, joined, written }: KeptCounts,
): Promise<ImportCounts> {
  const { verdicts: each, reasons, ...others } = written ?? (await countRows(tx, importId));
  const all = Object.fromEntries(verdicts.map((verdict) => [verdict, each?.[verdict] ?? 0]));
  return { ...(all as Record<Verdict, number>), ...others, reasons: reasons ?? {}, leftOut, joined };
}
