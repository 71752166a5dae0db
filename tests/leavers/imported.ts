import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Viewer } from "#lib/auth/schema.ts";
import { applyImport } from "#lib/leavers/imports/applying.ts";
import { importLeavers } from "#lib/leavers/imports/importing.ts";
import { findImport, startImport } from "#lib/leavers/imports/imports.ts";
import { listImportRows } from "#lib/leavers/imports/rows.ts";
import { receiveImportFile } from "#lib/leavers/imports/uploads.ts";
import { type ImportRow, type RowsAsked, verdicts } from "#lib/leavers/schema.ts";
import { runDueTasks } from "#lib/work/running.ts";
import { bodyOf } from "#tests/files/uploads.ts";

const kinds = { "leaver-import": importLeavers };
export const consent = {
  ground: "CONSENT",
  groundOn: "2026-04-01",
  groundDocument: "退職時の同意書",
} as const;

/** Does what waits, as a worker does. */
export function work(): Promise<void> {
  return runDueTasks(kinds, new AbortController().signal);
}

export function sample(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, "samples", name));
}

/** Begins an import of files of the samples, by name, or of these contents. */
export async function begin(viewer: Viewer, ...contents: (string | Uint8Array)[]): Promise<string> {
  const files = [];
  for (const [index, content] of contents.entries()) {
    const isSample = typeof content === "string" && !content.includes("\n");
    const id = await receiveImportFile(viewer, bodyOf(isSample ? sample(content) : content));
    files.push({ id, name: isSample ? content : `${index + 1}.csv` });
  }
  return (await startImport(viewer, { files })).importId;
}

/** The same, read. */
export async function read(viewer: Viewer, ...contents: (string | Uint8Array)[]): Promise<string> {
  const importId = await begin(viewer, ...contents);
  await work();
  return importId;
}

/** Writes it as it stands. */
export async function apply(viewer: Viewer, importId: string): Promise<void> {
  await applyImport(viewer, { importId, ...consent });
  await work();
}

/** All its rows of whom it is asked. */
export async function rowsOf(
  viewer: Viewer,
  importId: string,
  show: RowsAsked["show"] = "ALL",
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page = await listImportRows(viewer, importId, { show, after });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

/** How many of each verdict, of those that there are. */
export async function verdictsOf(viewer: Viewer, importId: string): Promise<Record<string, number>> {
  const { state, counts } = await findImport(viewer, importId);
  const all = verdicts.flatMap((verdict): [string, number][] =>
    counts?.[verdict] ? [[verdict, counts[verdict]]] : [],
  );
  return { [state]: 1, ...Object.fromEntries(all) };
}
