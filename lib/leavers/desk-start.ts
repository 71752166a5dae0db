import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { displayName } from "#lib/people/names.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { maxCounted, type UpcomingLeaver } from "./schema.ts";

const maxUpcoming = 5;

const countsRow = z.object({
  /** Imports that wait to be looked at. */
  imports: z.int(),
  leavers: z.int(),
  withoutMail: z.int(),
  withoutGround: z.int(),
  /** Invitations that came back, that were opened, and who has joined by one. */
  bounced: z.int(),
  opened: z.int(),
  joined: z.int(),
});
type LeaverCounts = z.infer<typeof countsRow>;

/**
 * For HR: what waits for them, how many leavers there are, each count up to `maxCounted`, and the five who leave next, from today on in the
 * viewer's time zone. Throws NotFound for anybody else.
 */
export async function findDeskStart(
  viewer: Viewer,
): Promise<{ counts: LeaverCounts; upcoming: UpcomingLeaver[] }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const [counts, upcoming] = await Promise.all([
      sqlRow(tx, countsRow)`SELECT
        (SELECT count(*)::int FROM leaver_imports i WHERE i.company_id = ${companyId}::uuid AND i.state = 'READY') AS imports,
        (SELECT count(*)::int FROM (SELECT FROM leavers l WHERE l.company_id = ${companyId}::uuid
          LIMIT ${maxCounted}::int) few) AS leavers,
        (SELECT count(*)::int FROM (SELECT FROM leavers l WHERE l.company_id = ${companyId}::uuid AND l.mail IS NULL AND NOT l.deceased
          LIMIT ${maxCounted}::int) few) AS without_mail,
        (SELECT count(*)::int FROM (SELECT FROM leavers l WHERE l.company_id = ${companyId}::uuid AND l.ground IS NULL AND NOT l.deceased
          LIMIT ${maxCounted}::int) few) AS without_ground,
        (SELECT count(*)::int FROM (SELECT FROM invitations i WHERE i.company_id = ${companyId}::uuid AND i.state = 'BOUNCED'
          LIMIT ${maxCounted}::int) few) AS bounced,
        (SELECT count(*)::int FROM (SELECT FROM invitations i WHERE i.company_id = ${companyId}::uuid AND i.state = 'OPENED' AND i.expires_at > now()
          LIMIT ${maxCounted}::int) few) AS opened,
        (SELECT count(*)::int FROM (SELECT FROM invitations i WHERE i.company_id = ${companyId}::uuid AND i.state = 'JOINED'
          LIMIT ${maxCounted}::int) few) AS joined`,
      sqlRows(
        tx,
        upcomingRow,
      )`SELECT l.id, l.family_name, l.given_name, l.left_on::text AS last_day, l.department,
          l.left_on - (now() AT TIME ZONE a.time_zone)::date AS days
        FROM leavers l CROSS JOIN own_account() a
        WHERE l.company_id = ${companyId}::uuid AND NOT l.deceased AND l.left_on >= (now() AT TIME ZONE a.time_zone)::date
        ORDER BY l.left_on, l.id LIMIT ${maxUpcoming}::int`,
    ]);
    return { counts, upcoming };
  });
}

const upcomingRow = z
  .object({
    id: z.uuid(),
    familyName: z.string(),
    givenName: z.string(),
    lastDay: z.string(),
    days: z.int(),
    department: z.string().nullable(),
  })
  .transform(({ familyName, givenName, ...leaver }): UpcomingLeaver => {
    return { ...leaver, name: displayName({ familyName, givenName }) };
  });
