import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import type { ImportRefusal } from "#lib/leavers/policy.ts";
import { type ImportState, importStates } from "#lib/leavers/schema.ts";
import { sqlValue } from "#lib/sql.ts";

/** Holds an import to the end of the transaction, and says where it stands; null where the transaction's member finds none. */
export function holdImport(tx: Tx, importId: string): Promise<ImportState | null> {
  return sqlValue(tx, z.enum(importStates).nullable())`SELECT hold_leaver_import(${importId}::uuid)`;
}

/** Does something with an import that is ready to be looked at, while nobody else does. Throws NotFound, and Invalid with "moved" for any other. */
export async function withReadyImport<T>(
  viewer: Viewer,
  importId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  return withViewer(viewer, async (tx) => {
    const stands = await holdImport(tx, importId);
    if (stands === null) throw new NotFound();
    if (stands !== "READY") refuseImport("moved");
    return work(tx);
  });
}

export function refuseImport(why: ImportRefusal): never {
  throw new Invalid({ import: why });
}

export function requireImportId(importId: string): void {
  if (!z.uuid().safeParse(importId).success) throw new NotFound();
}
