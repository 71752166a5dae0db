import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { logUnexpected } from "#lib/log.ts";
import { askedOf } from "#lib/people/asked.ts";
import type { DirectoryQuery } from "#lib/people/directory-query.ts";

/**
 * Notes that the viewer, who is of HR, was shown a member's profile, or `whole: false` the record in it alone, and what that member says about
 * their record where `corrections` says so.
 * What of it others do not see the database knows (prisma/sql/audit/audit.sql); where that is nothing, nothing is noted.
 */
export async function noteProfileLook(
  viewer: Viewer,
  memberId: string,
  { corrections = false, whole = true } = {},
): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await tx.$executeRaw`SELECT note_profile_look(${memberId}::uuid, ${whole}::boolean)`;
    if (corrections) await tx.$executeRaw`SELECT note_correction_looks(ARRAY[${memberId}::uuid])`;
  });
}

/** Notes that the viewer, who is of HR, was shown what these members say about their record. */
export async function noteCorrectionLooks(viewer: Viewer, memberIds: readonly string[]): Promise<void> {
  await withViewer(viewer, (tx) => tx.$executeRaw`SELECT note_correction_looks(${memberIds}::uuid[])`);
}

/** Notes whom of those that a question to the directory showed to the viewer, who is of HR, an employee would not have found by it. */
export async function noteFinds(
  viewer: Viewer,
  query: DirectoryQuery,
  memberIds: readonly string[],
): Promise<void> {
  const { terms, sounds, lines, together } = askedOf(query);
  await withViewer(
    viewer,
    (tx) => tx.$executeRaw`
      SELECT note_finds(${memberIds}::uuid[], ${terms}::text[], ${sounds}::text[], ${lines}::text[], ${together}::boolean)`,
  );
}

/** Takes what kept a look from being noted: the page was answered already. Of who is out meanwhile there is nothing to tell. */
export function tellUnnoted(error: unknown): void {
  if (!(error instanceof NotFound)) logUnexpected("a look of HR was not noted", error);
}
