import "server-only";
import { z } from "zod";
import { removePieces } from "#lib/files/incoming.ts";
import type { TaskKind } from "#lib/work/running.ts";
import { holdImport } from "./held-imports.ts";
import { type Begun, begunSchema, readOn } from "./reading-steps.ts";
import { writeAll } from "./writing.ts";

const inputSchema = z.discriminatedUnion("work", [
  z.object({
    work: z.literal("read"),
    importId: z.uuid(),
    files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  z.object({ work: z.literal("read again"), importId: z.uuid() }),
  z.object({ work: z.literal("write"), importId: z.uuid() }),
]);

/**
 * Reads an import's files into rows to be looked at, or writes these rows. Files are read outside of any transaction and lie in pieces meanwhile;
 * people are staged a few thousand a step. All is written in one transaction with the task's end.
 */
export const importLeavers: TaskKind = {
  async step(tx, { companyId, memberId, input, checkpoint }) {
    const asked = inputSchema.parse(input);
    const stands = await holdImport(tx, asked.importId);
    const begun = checkpoint === null ? null : begunSchema.parse(checkpoint);
    // It was cancelled by somebody else of HR, or its member is not of HR any more.
    if (stands !== (asked.work === "write" ? "APPLYING" : "READING")) {
      if (begun) await removeAll(begun);
      return { done: 0, total: null, checkpoint, finished: true };
    }
    if (asked.work !== "write") {
      const files = asked.work === "read" ? asked.files : null;
      return readOn(tx, { companyId, memberId, importId: asked.importId, files }, begun);
    }
    const rows = await tx.leaverImportRow.count({ where: { importId: asked.importId } });
    // Each is judged, then written.
    const total = 2 * rows;
    return {
      done: 0,
      total,
      checkpoint,
      finished: false,
      ending: (ending, held) => writeAll(ending, { companyId, importId: asked.importId }, held),
    };
  },
  async abandon({ checkpoint }) {
    if (checkpoint !== null) await removeAll(begunSchema.parse(checkpoint));
  },
};

async function removeAll({ workId, sent }: Begun): Promise<void> {
  await Promise.all([workId, ...sent].map(removePieces));
}
