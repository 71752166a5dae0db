import "server-only";
import { z } from "zod";
import { countTries, type Limit } from "#lib/auth/limits.ts";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { removePieces } from "#lib/files/incoming.ts";
import { cleanFileName } from "#lib/files/schema.ts";
import { newId } from "#lib/ids.ts";
import type { mapImportSchema } from "#lib/leavers/input.ts";
import {
  type ImportDetail,
  type ImportSummary,
  importStates,
  type Mapping,
  type ReadFile,
  undoDays,
} from "#lib/leavers/schema.ts";
import { findCards } from "#lib/people/cards.ts";
import type { ReadTx } from "#lib/reads.ts";
import { orNotFound, sqlRows, sqlValue } from "#lib/sql.ts";
import { taskStateSchema } from "#lib/work/schema.ts";
import { isUnderWay, startTask } from "#lib/work/tasks.ts";
import { countsOf, keptCountsSchema } from "./counts.ts";
import { refuseImport, requireImportId, withReadyImport } from "./held-imports.ts";
import { taskKind } from "./kind.ts";
import { haveImportFile } from "./uploads.ts";

// For HR: files that are to become leavers. For anybody else none of it is there: each throws NotFound.

const limit: Limit = { name: "import of member", max: 50, seconds: 24 * 60 * 60 };
const day = 24 * 60 * 60 * 1000;

/** The company's imports, the newest first, 50 at most. */
export async function listImports(viewer: Viewer): Promise<ImportSummary[]> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  const rows = await readAs(viewer, (tx) => readImports(tx, null));
  return rows.map((row) => ({ ...summaryOf(row), files: row.files.map(({ name }) => name) }));
}

/** An import. Throws NotFound. */
export async function findImport(viewer: Viewer, importId: string): Promise<ImportDetail> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  return readAs(viewer, async (tx) => {
    const [row] = await readImports(tx, importId);
    if (!row) throw new NotFound();
    return {
      ...summaryOf(row),
      files: row.files,
      counts: row.counts && (await countsOf(tx, importId, row.counts)),
      mailDomains: row.mailDomains,
      failed: row.taskState === "FAILED",
    };
  });
}

/**
 * Begins to read files that the viewer has sent: nothing of them is a leaver before applyImport. Throws Invalid for `import` with "gone" for
 * a file that is not there any more, with "underWay" beside another import of theirs that is read or written; TooMany past 50 a day.
 */
export async function startImport(
  viewer: Viewer,
  { files }: { files: { id: string; name: string }[] },
): Promise<{ importId: string }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  const { companyId, memberId } = viewer;
  const named = files.map(({ id, name }) => ({ id, name: cleanFileName(name) }));
  const importId = newId();
  await withViewer(viewer, async (tx) => {
    // Of two presses at once the second finds what the first began.
    await tx.$executeRaw`SELECT lock_own_profile()`;
    if (await isUnderWay(tx, viewer, taskKind)) refuseImport("underWay");
    for (const { id } of named) if (!(await haveImportFile(memberId, id))) refuseImport("gone");
    await countTries(tx, limit, `${companyId}/${memberId}`, 1);
    const taskId = await startTask(tx, viewer, {
      kind: taskKind,
      input: { importId, work: "read", files: named },
    });
    const begun = named.map(({ name }) => ({ name, refused: "empty" }));
    await tx.leaverImport.create({
      data: { companyId, id: importId, startedById: memberId, taskId, files: begun },
      select: { id: true },
    });
  });
  return { importId };
}

/**
 * Reads the files again with what HR says of their columns, by the fingerprints of their headings, which is kept for the next files with
 * these; and with the company's own mail domains. What was decided and fixed is gone. Throws NotFound, and Invalid for `import`.
 */
export async function mapImport(
  viewer: Viewer,
  { importId, mappings, mailDomains }: z.output<typeof mapImportSchema>,
): Promise<void> {
  const { companyId } = viewer;
  await withReadyImport(viewer, importId, async (tx) => {
    await tx.$executeRaw`SELECT lock_own_profile()`;
    if (await isUnderWay(tx, viewer, taskKind)) refuseImport("underWay");
    for (const [fingerprint, said] of Object.entries(mappings)) {
      const before = await tx.leaverMapping.findUnique({
        where: { companyId_fingerprint: { companyId, fingerprint } },
        select: { mapping: true },
      });
      // In which order a column has day and month holds on, whatever is said of others.
      const orders = { ...(before?.mapping as Mapping | undefined)?.orders, ...said.orders };
      const mapping = { ...said, orders };
      await tx.leaverMapping.upsert({
        where: { companyId_fingerprint: { companyId, fingerprint } },
        create: { companyId, fingerprint, mapping },
        update: { mapping, keptAt: new Date() },
        select: { fingerprint: true },
      });
    }
    if (mailDomains) await orNotFound(tx)`SELECT put_mail_domains(${[...new Set(mailDomains)]}::text[])`;
    const taskId = await startTask(tx, viewer, { kind: taskKind, input: { importId, work: "read again" } });
    await tx.leaverImport.update({
      where: { companyId_id: { companyId, id: importId } },
      data: { state: "READING", taskId },
      select: { id: true },
    });
  });
}

/** Ends an import of which nothing is written yet, whoever of HR began it; what is being written is given up, and can be looked at again. Throws NotFound. */
export async function cancelImport(viewer: Viewer, { importId }: { importId: string }): Promise<void> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  const sent = await withViewer(
    viewer,
    (tx) => sqlValue(tx, z.array(z.uuid()).nullable())`SELECT cancel_leaver_import(${importId}::uuid)`,
  );
  if (sent === null) throw new NotFound();
  await Promise.all(sent.map(removePieces));
}

const importRow = z.object({
  id: z.uuid(),
  state: z.enum(importStates),
  startedAt: z.coerce.date(),
  files: z.array(z.custom<ReadFile>()),
  counts: keptCountsSchema.nullable(),
  appliedAt: z.coerce.date().nullable(),
  startedById: z.uuid(),
  taskId: z.uuid().nullable(),
  taskState: taskStateSchema.nullable(),
  done: z.coerce.number().nullable(),
  total: z.coerce.number().nullable(),
  mailDomains: z.array(z.string()),
});

type ImportRead = z.output<typeof importRow> & { startedBy: string | null };

async function readImports(tx: ReadTx, importId: string | null): Promise<ImportRead[]> {
  const rows = await sqlRows(tx, importRow)`SELECT * FROM leaver_imports_of_hr(${importId}::uuid)`;
  const people = await findCards(tx, [...new Set(rows.map(({ startedById }) => startedById))]);
  return rows.map((row) => ({ ...row, startedBy: people.get(row.startedById)?.displayName ?? null }));
}

function summaryOf(row: ImportRead): Omit<ImportSummary, "files"> {
  const { id, state, startedAt, startedBy, counts, appliedAt } = row;
  const until = appliedAt && new Date(appliedAt.getTime() + undoDays * day);
  return {
    id,
    state,
    startedAt: startedAt.toISOString(),
    startedBy,
    outcome: counts?.written ? { added: counts.written.adding, changed: counts.written.changing } : null,
    undoUntil: state === "DONE" && until && until > new Date() ? until.toISOString() : null,
    task:
      row.taskId && row.taskState
        ? { taskId: row.taskId, state: row.taskState, done: row.done ?? 0, total: row.total }
        : null,
  };
}
