import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { InvariantError } from "#lib/errors.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { leaverDoc } from "#lib/leavers/doc.ts";
import type { ReadFile } from "#lib/leavers/reading/files.ts";
import type { FoundPerson } from "#lib/leavers/reading/person.ts";
import { recordColumns } from "#lib/leavers/record-columns.ts";
import { sqlRow, sqlRows, sqlValue } from "#lib/sql.ts";
import { countRows, keptCountsSchema } from "./counts.ts";
import { packedRows } from "./kept-tables.ts";

const rowsAtOnce = 2_000;

type Held = { signal: AbortSignal; report: (done: number) => void };

/**
 * Writes an import's rows into the company's records, all of them in the given transaction. Before that they are judged again, since somebody
 * may have written in the records after HR looked: what is not as it was shown is left to be decided. Those that are not written stay, with
 * their rows of the files.
 */
export async function writeAll(
  tx: Tx,
  { companyId, importId }: { companyId: string; importId: string },
  { signal, report }: Held,
): Promise<void> {
  if (!(await sqlValue(tx, z.boolean())`SELECT hold_leavers_for(${importId}::uuid)`))
    throw new InvariantError("an import is to be written that is not being applied");
  const last = await sqlValue(tx, z.int())`SELECT coalesce(max(place), 0)::int FROM leaver_import_rows
    WHERE company_id = ${companyId}::uuid AND import_id = ${importId}::uuid`;
  for (const { first, end } of spans(last)) {
    signal.throwIfAborted();
    await tx.$executeRaw`SELECT judge_leaver_rows_again(${importId}::uuid, ${first}::int, ${end}::int)`;
    report(end);
  }
  const shown = await countRows(tx, importId);
  const written = { adding: 0, changing: 0 };
  for (const { first, end } of spans(last)) {
    signal.throwIfAborted();
    const { added, changed } = await sqlRow(tx, z.object({ added: z.int(), changed: z.int() }))`
      SELECT * FROM apply_leaver_rows(${importId}::uuid, ${first}::int, ${end}::int)`;
    written.adding += added;
    written.changing += changed;
    report(last + end);
  }
  await renewDocs(tx, importId, signal);
  await shrinkTables(tx, { companyId, importId });
  const own = { companyId_id: { companyId, id: importId } };
  const before = await tx.leaverImport.findUniqueOrThrow({
    where: own,
    select: { counts: true, files: true },
  });
  const counts = { ...keptCountsSchema.parse(before.counts), written: { ...shown, ...written } };
  await tx.leaverImport.update({
    where: own,
    data: { state: "DONE", appliedAt: new Date(), counts, files: withoutSamples(before.files) },
    select: { id: true },
  });
}

/** What is known of files, and no more what stood in them. */
function withoutSamples(files: Prisma.JsonValue): Prisma.InputJsonArray {
  return (files as ReadFile[]).map((file) =>
    "columns" in file
      ? { ...file, columns: file.columns.map((column) => ({ ...column, samples: [] })) }
      : file,
  );
}

function* spans(last: number): Generator<{ first: number; end: number }> {
  for (let first = 1; first <= last; first += rowsAtOnce)
    yield { first, end: Math.min(last, first + rowsAtOnce - 1) };
}

const date = z
  .date()
  .nullable()
  .transform((day) => day?.toISOString().slice(0, 10) ?? null);
const docRow = z.object({
  id: z.uuid(),
  ...recordColumns,
  joinedOn: date,
  leftOn: date,
});

/** What those are found and ordered by whose record it changed. */
async function renewDocs(tx: Tx, importId: string, signal: AbortSignal): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    signal.throwIfAborted();
    const changed = await sqlRows(tx, docRow)`
      SELECT * FROM leavers_changed_by(${importId}::uuid, ${after}::uuid, ${rowsAtOnce}::int)`;
    const docs = changed.map(({ id, ...person }) => ({ id, ...leaverDoc(person) }));
    if (docs.length > 0) await tx.$executeRaw`SELECT put_leaver_docs(${JSON.stringify(docs)}::jsonb)`;
    after = docs.at(-1)?.id ?? after;
    if (docs.length < rowsAtOnce) return;
  }
}

/** Of the files' tables only the rows stay of whom was not taken. */
async function shrinkTables(
  tx: Tx,
  { companyId, importId }: { companyId: string; importId: string },
): Promise<void> {
  const rest = await tx.leaverImportRow.findMany({ where: { companyId, importId }, select: { rows: true } });
  const keeps = new Map<number, Set<number>>();
  for (const { rows } of rest)
    for (const { file, rows: numbers } of rows as FoundPerson["from"]) {
      const own = keeps.get(file) ?? new Set();
      keeps.set(file, own);
      for (const number of numbers) own.add(number);
    }
  const places = await tx.leaverImportFile.findMany({
    where: { companyId, importId },
    select: { place: true },
  });
  for (const { place } of places) {
    const where = { companyId_importId_place: { companyId, importId, place } };
    const { cells } = await tx.leaverImportFile.findUniqueOrThrow({ where, select: { cells: true } });
    const kept = await packedRows(cells, keeps.get(place) ?? new Set());
    if (kept) await tx.leaverImportFile.update({ where, data: { cells: kept }, select: { place: true } });
    else await tx.leaverImportFile.delete({ where, select: { place: true } });
  }
}
