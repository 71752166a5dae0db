import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { findCards } from "#lib/people/cards.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";
import type { Purpose, PurposeTexts } from "./schema.ts";

const maxVersions = 20;
const none: PurposeTexts = { ja: null, en: null };

/** For HR: what the company says it keeps leavers' records for, the newest version first; the last 20. Throws NotFound for anybody else. */
export async function listPurposes(viewer: Viewer): Promise<Purpose[]> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  return readAs(viewer, (tx) => readPurposes(tx, viewer));
}

/**
 * For HR: writes a version more, unless another has written one since: then nothing is written. Returns whether it was, and what stands then.
 * The same again is none. Throws NotFound for anybody else.
 */
export async function writePurpose(
  viewer: Viewer,
  { before, after }: { before: PurposeTexts; after: PurposeTexts },
): Promise<{ written: boolean; now: PurposeTexts }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  return withViewer(viewer, async (tx) => {
    const [newest] = await readPurposes(tx, viewer);
    const now = newest?.texts ?? none;
    if (isDeepStrictEqual(now, after)) return { written: true, now };
    if (!isDeepStrictEqual(now, before)) return { written: false, now };
    const written = await sqlValue(
      tx,
      z.boolean(),
    )`SELECT write_purpose(${newest?.version ?? 0}::int, ${after.ja}, ${after.en})`;
    if (written) return { written, now: after };
    // Of two at once the other was first, and has committed by now.
    return { written, now: (await readPurposes(tx, viewer))[0]?.texts ?? none };
  });
}

async function readPurposes(tx: ReadTx, { companyId }: Viewer): Promise<Purpose[]> {
  const rows = await sqlRows(tx, purposeRow)`
    SELECT version, text_ja, text_en, written_at, written_by_id FROM company_purposes
      WHERE company_id = ${companyId}::uuid ORDER BY version DESC LIMIT ${maxVersions}::int`;
  const people = await findCards(tx, [...new Set(rows.map(({ writtenById }) => writtenById))]);
  return rows.map(({ version, textJa, textEn, writtenAt, writtenById }) => ({
    version,
    texts: { ja: textJa, en: textEn },
    writtenAt: writtenAt.toISOString(),
    writtenBy: people.get(writtenById)?.displayName ?? null,
  }));
}

const purposeRow = z.object({
  version: z.int(),
  textJa: z.string().nullable(),
  textEn: z.string().nullable(),
  writtenAt: z.coerce.date(),
  writtenById: z.uuid(),
});
