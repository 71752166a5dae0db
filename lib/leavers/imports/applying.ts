import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import type { applyImportSchema } from "#lib/leavers/input.ts";
import { undoDays } from "#lib/leavers/schema.ts";
import { sqlRows } from "#lib/sql.ts";
import { isUnderWay, startTask } from "#lib/work/tasks.ts";
import { holdImport, refuseImport, requireImportId, withReadyImport } from "./held-imports.ts";
import { taskKind } from "./kind.ts";

/**
 * Begins to write an import as it stands: all of it or nothing. On what ground the company may have these people's data, since which day
 * (YYYY-MM-DD) and by which document is kept of all whom it brings in anew. Nobody is sent anything. Throws NotFound, and Invalid for `import`.
 */
export async function applyImport(
  viewer: Viewer,
  { importId, ground, groundOn, groundDocument }: z.output<typeof applyImportSchema>,
): Promise<void> {
  const { companyId } = viewer;
  await withReadyImport(viewer, importId, async (tx) => {
    await tx.$executeRaw`SELECT lock_own_profile()`;
    if (await isUnderWay(tx, viewer, taskKind)) refuseImport("underWay");
    const taskId = await startTask(tx, viewer, { kind: taskKind, input: { importId, work: "write" } });
    await tx.leaverImport.update({
      where: { companyId_id: { companyId, id: importId } },
      data: { state: "APPLYING", taskId, ground, groundOn: new Date(groundOn), groundDocument },
      select: { id: true },
    });
  });
}

/**
 * Takes back what an import has written: whom it made is gone, and what it changed is as it was, but for those whose record somebody has
 * changed since, who are counted in `left`. For 30 days. Throws NotFound, and Invalid with "moved" for `import`.
 */
export async function undoImport(
  viewer: Viewer,
  { importId }: { importId: string },
): Promise<{ removed: number; restored: number; left: number }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  return withViewer(viewer, async (tx) => {
    const [undone] = await sqlRows(tx, undoneRow)`
      SELECT * FROM undo_leaver_import(${importId}::uuid, ${undoDays}::int)`;
    if (undone) return { removed: undone.removed, restored: undone.restored, left: undone.leftSo };
    if ((await holdImport(tx, importId)) === null) throw new NotFound();
    return refuseImport("moved");
  });
}

const undoneRow = z.object({ removed: z.int(), restored: z.int(), leftSo: z.int() });
