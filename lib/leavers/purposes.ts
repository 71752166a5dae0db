import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { displayName } from "#lib/people/names.ts";
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

function readPurposes(tx: ReadTx, { companyId }: Viewer): Promise<Purpose[]> {
  return sqlRows(tx, purposeRow)`
    SELECT o.version, o.text_ja, o.text_en, o.written_at, p.family_name, p.given_name, p.preferred_name
      FROM company_purposes o LEFT JOIN visible_profiles p ON p.company_id = o.company_id AND p.member_id = o.written_by_id
      WHERE o.company_id = ${companyId}::uuid ORDER BY o.version DESC LIMIT ${maxVersions}::int`;
}

const purposeRow = z
  .object({
    version: z.int(),
    textJa: z.string().nullable(),
    textEn: z.string().nullable(),
    writtenAt: z.coerce.date(),
    familyName: z.string().nullable(),
    givenName: z.string().nullable(),
    preferredName: z.string().nullable(),
  })
  .transform(({ version, textJa, textEn, writtenAt, familyName, givenName, preferredName }): Purpose => {
    return {
      version,
      texts: { ja: textJa, en: textEn },
      writtenAt: writtenAt.toISOString(),
      writtenBy: familyName && givenName ? displayName({ familyName, givenName, preferredName }) : null,
    };
  });
