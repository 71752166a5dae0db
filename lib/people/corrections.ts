import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import type { askedCorrectionSchema } from "#lib/people/correction-input.ts";
import { type Correction, correctableFields } from "#lib/people/schema.ts";
import { publish } from "#lib/publish.ts";
import { orNotFound, sqlRows, sqlValue } from "#lib/sql.ts";

const time = z.coerce.date().transform((at) => at.toISOString());

/** A correction as its table has it. */
export const correctionRow = z.object({
  id: z.uuid(),
  field: z.enum(correctableFields),
  recorded: z.string().nullable(),
  proposed: z.string().nullable(),
  note: z.string(),
  status: z.enum(["WAITING", "CONFIRMED", "DECLINED"]),
  askedAt: time,
  decidedAt: time.nullable(),
  answer: z.string().nullable(),
});
export const correctionColumns = Prisma.sql`c.id, c.field, c.recorded, c.proposed, c.note, c.status, c.asked_at, c.decided_at, c.answer`;

/** Of each field of the viewer's record what they asked last: it waits, or HR has decided. At most 4. */
export function listOwnCorrections({ companyId, memberId, ...viewer }: Viewer): Promise<Correction[]> {
  return readAs(
    { companyId, memberId, ...viewer },
    (tx) => sqlRows(tx, correctionRow)`
      SELECT DISTINCT ON (c.field) ${correctionColumns} FROM corrections c
        WHERE c.company_id = ${companyId}::uuid AND c.member_id = ${memberId}::uuid ORDER BY c.field, c.asked_at DESC, c.id DESC`,
  );
}

/**
 * Asks HR to record something else of the viewer, instead of what they asked of that field before. Throws Invalid with "same" where that is
 * recorded, and "order" where they would have left before they came.
 */
export async function askCorrection(
  viewer: Viewer,
  { field, proposed, note }: z.output<typeof askedCorrectionSchema>,
): Promise<void> {
  await withViewer(viewer, async (tx) => {
    const outcome = await sqlValue(
      tx,
      z.enum(["asked", "same", "order"]),
    )`SELECT ask_correction(${newId()}::uuid, ${field}::"RecordedField", ${proposed}, ${note})`;
    if (outcome !== "asked") throw new Invalid({ proposed: outcome });
    await tellChanged(tx, viewer);
  });
}

/** Takes back what the viewer asked. Throws NotFound where it waits no more: HR has decided. */
export function takeBackCorrection(viewer: Viewer, { id }: { id: string }): Promise<void> {
  return withViewer(viewer, async (tx) => {
    await orNotFound(tx)`SELECT take_back_correction(${id}::uuid)`;
    await tellChanged(tx, viewer);
  });
}

function tellChanged(tx: Tx, { companyId, memberId }: Viewer): Promise<void> {
  return publish(tx, { type: "correction:changed", companyId, memberId });
}
