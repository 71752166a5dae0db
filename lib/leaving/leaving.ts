import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { removeBytes } from "#lib/files/files.ts";
import type { Traces } from "#lib/leaving/schema.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";

/** What there is of the viewer in the company: what goes when they leave it, and what stays. */
export async function countTraces(viewer: Viewer): Promise<Traces> {
  return readAs(viewer, (tx) => sqlRow(tx, tracesRow)`SELECT * FROM own_traces()`);
}

const tracesRow = z.object({
  lastOwner: z.boolean(),
  photo: z.boolean(),
  feedLines: z.int(),
  feedReactions: z.int(),
  searches: z.int(),
  blocks: z.int(),
  unsentFiles: z.int(),
  lines: z.int(),
  conversations: z.int(),
  files: z.int(),
}) satisfies z.ZodType<Traces>;

/**
 * Ends the viewer's membership: what goes and what stays says prisma/sql/leaving. Their sockets are cut by it, and whoever sees their name
 * is told. Throws Invalid for `company` ("lastOwner") where nobody would be left who manages it, and NotFound.
 */
export async function leaveCompany(viewer: Viewer): Promise<void> {
  const { companyId } = viewer;
  const [left] = await withViewer(
    viewer,
    (tx) => sqlRows(tx, leftRow)`SELECT last_owner, files FROM leave_company()`,
  );
  if (!left) throw new NotFound();
  if (left.lastOwner) throw new Invalid({ company: "lastOwner" });
  for (const fileId of left.files) await removeBytes(companyId, fileId);
}

const leftRow = z.object({ lastOwner: z.boolean(), files: z.array(z.uuid()) });
