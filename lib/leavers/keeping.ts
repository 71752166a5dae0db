import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { sqlRow, sqlRows, sqlValue } from "#lib/sql.ts";
import { type Keeping, type KeepingMonths, maxCounted } from "./schema.ts";

const maxDays = 12;

/** For HR: for how long leavers' records are kept, and what has come of it, of the last 12 days on which any went. Throws NotFound for anybody else. */
export async function findKeeping(viewer: Viewer): Promise<Keeping> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const [kept, gone] = await Promise.all([
      sqlRow(tx, keptRow)`
        SELECT c.leaver_months AS months, count_leavers_expiring(c.leaver_months, current_date + 30, ${maxCounted}::int) AS soon
          FROM companies c WHERE c.id = ${companyId}::uuid`,
      sqlRows(tx, goneRow)`
        SELECT day::text AS day, people FROM leaver_expiries WHERE company_id = ${companyId}::uuid ORDER BY day DESC LIMIT ${maxDays}::int`,
    ]);
    return { ...kept, gone };
  });
}

const keptRow = z.object({ months: z.int(), soon: z.int() });
const goneRow = z.object({ day: z.string(), people: z.int() });

/** For HR: how many records would go at once, were they kept for so many months; up to `maxCounted`. Throws NotFound for anybody else. */
export async function countExpiring(viewer: Viewer, { months }: { months: KeepingMonths }): Promise<number> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  return readAs(
    viewer,
    (tx) =>
      sqlValue(tx, z.int())`SELECT count_leavers_expiring(${months}::int, current_date, ${maxCounted}::int)`,
  );
}

/** For HR: keeps records for so many months after the last day of work, or after they were made. Throws NotFound for anybody else. */
export async function keepLeavers(viewer: Viewer, { months }: { months: KeepingMonths }): Promise<void> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  await withViewer(viewer, (tx) => sqlValue(tx, z.boolean())`SELECT keep_leavers_for(${months}::int)`);
}
