import "server-only";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { localeSchema } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { writeArchive } from "#lib/files/archive.ts";
import { csvLine } from "#lib/files/csv.ts";
import { withIncoming } from "#lib/files/incoming.ts";
import { cleanFileName } from "#lib/files/schema.ts";
import type { StoredBytes } from "#lib/files/store.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { holdImport, requireImportId } from "./held-imports.ts";
import { type KeptFacts, unpackLines } from "./kept-tables.ts";
import { type RejectedRow, rejectedRow, type Words, wordsIn } from "./rejected-reasons.ts";

type Download = StoredBytes & { name: string; type: string };
/** A file's table, with why by the number of each row that was not taken. */
type Table = { name: string; cells: Uint8Array; reasons: Map<number, string> };

/**
 * Whom an import does not take, or did not: the same file as a table with a further column that says why, in the viewer's language; of several
 * files a zip. It is there until a week after the import was written. Throws NotFound, also where everybody is taken.
 */
export async function openRejected(viewer: Viewer, importId: string): Promise<Download> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  requireImportId(importId);
  const { tables, words } = await withViewer(viewer, async (tx) => {
    const stands = await holdImport(tx, importId);
    if (stands !== "READY" && stands !== "DONE") throw new NotFound();
    const { locale } = await sqlRow(tx, z.object({ locale: localeSchema }))`SELECT locale FROM own_account()`;
    const words = await wordsIn(locale);
    return { words, tables: await readTables(tx, viewer.companyId, importId, words) };
  });
  const [only, ...others] = tables;
  if (!only) throw new NotFound();
  return withIncoming(async (path) => {
    if (others.length === 0) await pipeline(bodyOf(only, words), createWriteStream(path, { mode: 0o600 }));
    else
      await writeArchive(path, entriesOf(tables, words), {
        madeAt: new Date(),
        signal: AbortSignal.timeout(60_000),
      });
    const file = await open(path);
    const { size } = await file.stat();
    const stored = { size, body: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
    return others.length === 0
      ? { ...stored, name: nameOf(only, words), type: "text/csv; charset=utf-8" }
      : { ...stored, name: words.archive, type: "application/zip" };
  });
}

async function readTables(tx: Tx, companyId: string, importId: string, words: Words): Promise<Table[]> {
  const rows = await sqlRows(tx, rejectedRow)`
    SELECT problems, rows, leaver_id IS NOT NULL AND NOT same AS resembles, decision::text FROM leaver_import_rows
      WHERE company_id = ${companyId}::uuid AND import_id = ${importId}::uuid
        AND (verdict = 'ERROR' OR verdict = 'DECIDE' AND (decision IS NULL OR decision = 'LEAVE')) ORDER BY place`;
  const reasons = new Map<number, Table["reasons"]>();
  for (const row of rows) addReasons(reasons, row, words.reasonOf(row));
  const files = await tx.leaverImportFile.findMany({
    where: { companyId, importId, place: { in: [...reasons.keys()] } },
    orderBy: { place: "asc" },
    select: { place: true, name: true, cells: true },
  });
  return files.map(({ place, ...file }) => ({ ...file, reasons: reasons.get(place) ?? new Map() }));
}

function addReasons(reasons: Map<number, Table["reasons"]>, { rows }: RejectedRow, reason: string): void {
  for (const { file, rows: numbers } of rows) {
    const own = reasons.get(file) ?? new Map<number, string>();
    reasons.set(file, own);
    for (const number of numbers) own.set(number, reason);
  }
}

async function* entriesOf(tables: readonly Table[], words: Words) {
  const taken = new Set<string>();
  for (const [index, table] of tables.entries()) {
    const name = nameOf(table, words);
    yield {
      path: taken.has(name) ? `${index + 1}-${name}` : name,
      compress: true,
      body: bodyOf(table, words),
    };
    taken.add(name);
  }
}

function bodyOf(table: Table, words: Words): Readable {
  return Readable.from(linesOf(table, words), { objectMode: false });
}

async function* linesOf({ cells, reasons }: Table, words: Words): AsyncGenerator<string> {
  let width = 0;
  for await (const { row } of rowsOf(cells, reasons)) width = Math.max(width, row.length);
  yield "\ufeff";
  for await (const { row, number, dataFrom } of rowsOf(cells, reasons)) {
    const said = number === dataFrom ? words.column : (reasons.get(number) ?? "");
    yield csvLine([...row, ...Array<string>(width - row.length).fill(""), said]);
  }
}

/** The rows above the people, and those that were not taken, with their numbers from 1. */
async function* rowsOf(cells: Uint8Array, reasons: Table["reasons"]) {
  let dataFrom = 0;
  let number = 0;
  for await (const line of unpackLines(cells)) {
    if (number === 0) dataFrom = (JSON.parse(line) as KeptFacts).dataFrom;
    else if (number <= dataFrom || reasons.has(number))
      yield { row: JSON.parse(line) as string[], number, dataFrom };
    number++;
  }
}

function nameOf({ name }: Table, words: Words): string {
  return cleanFileName(words.fileOf(name.replace(/\.[A-Za-z]{1,5}$/, "")));
}
