import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { havePieces, receivePiece } from "#lib/files/incoming.ts";
import { newId } from "#lib/ids.ts";
import { maxImportFileSize } from "#lib/leavers/policy.ts";
import { sqlValue } from "#lib/sql.ts";

const limit: Limit = { name: "import file of member", max: 100, seconds: 60 * 60 };
const keptMs = 60 * 60 * 1000;

/**
 * Takes in a file that the viewer is going to import: its id, for an hour, for them alone. It is kept in no database. Throws Invalid with a
 * FileRefusal for `file`, and TooMany.
 */
export async function receiveImportFile(
  viewer: Viewer,
  body: ReadableStream<Uint8Array> | null,
): Promise<string> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  // Enters, so that nobody sends who has gone since.
  await readAs(viewer, (tx) => sqlValue(tx, z.boolean())`SELECT true`);
  await countTry(limit, `${viewer.companyId}/${viewer.memberId}`);
  const fileId = newId();
  const bounds = { max: maxImportFileSize, unit: maxImportFileSize, onUnit: async () => {} };
  await receivePiece(fileId, viewer.memberId, body, bounds);
  return fileId;
}

/** Whether this file of the member's is there still. */
export function haveImportFile(memberId: string, fileId: string): Promise<boolean> {
  return havePieces(fileId, [memberId], new Date(Date.now() - keptMs));
}
