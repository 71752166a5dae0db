import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { normalise } from "#lib/people/normalise.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";
import { findCards } from "./cards.ts";
import { requireHr } from "./hr.ts";
import { recordColumns } from "./record-columns.ts";
import { grounds, type ImportState, importStates, type LeaverCard } from "./schema.ts";
import type { LeaverFacts } from "./typed-leaver.ts";

/** All that HR has of a leaver. Times are ISO. */
export type LeaverRecord = LeaverFacts & {
  id: string;
  tags: string[];
  note: string;
  version: number;
  createdAt: string;
  changedAt: string;
};

/** An import that made a leaver or changed them. */
export type LeaverImportMark = {
  importId: string;
  state: ImportState;
  at: string;
  files: string[];
  made: boolean;
};

export type LeaverDetail = { leaver: LeaverRecord; imports: LeaverImportMark[]; alike: LeaverCard[] };

/** A leaver, the newest ten imports that made or changed them, and up to ten who may be the same person. Throws NotFound, also for who is not of HR. */
export async function findLeaver(viewer: Viewer, id: string): Promise<LeaverDetail> {
  requireHr(viewer);
  return readAs(viewer, async (tx) => {
    const leaver = await findRecord(tx, id);
    if (!leaver) throw new NotFound();
    const [imports, alike] = await Promise.all([findImports(tx, id), findAlike(tx, leaver)]);
    return { leaver, imports, alike };
  });
}

const text = z.string().nullable();
const recordRow = z.object({
  id: z.uuid(),
  ...recordColumns,
  deceased: z.boolean(),
  tags: z.array(z.string()),
  note: z.string(),
  ground: z.enum(grounds).nullable(),
  groundOn: text,
  groundDocument: text,
  version: z.int(),
  createdAt: z.coerce.date().transform((at) => at.toISOString()),
  changedAt: z.coerce.date().transform((at) => at.toISOString()),
});

/** The record of the transaction's company with this id, if there is one. */
export async function findRecord(tx: ReadTx, id: string): Promise<LeaverRecord | null> {
  const [row] = await sqlRows(tx, recordRow)`
    SELECT id, number, family_name, given_name, family_name_kana, given_name_kana, preferred_name, former_family_name, registered_family_name,
        registered_given_name, joined_on::text, left_on::text, department, title, employment, mail, work_mail, deceased, tags, note, ground,
        ground_on::text, ground_document, version, created_at, changed_at
      FROM leavers WHERE company_id = (SELECT app_company_id()) AND id = ${id}::uuid`;
  return row ?? null;
}

const importRow = z.object({
  importId: z.uuid(),
  state: z.enum(importStates),
  at: z.coerce.date().transform((at) => at.toISOString()),
  files: z.array(z.string()),
  made: z.boolean(),
});

function findImports(tx: ReadTx, id: string): Promise<LeaverImportMark[]> {
  return sqlRows(tx, importRow)`
    SELECT i.id AS import_id, i.state, coalesce(i.applied_at, i.started_at) AS at, c.before IS NULL AS made,
        ARRAY(SELECT file ->> 'name' FROM jsonb_array_elements(i.files) AS file WHERE file ->> 'name' IS NOT NULL) AS files
      FROM leaver_import_changes c JOIN leaver_imports i ON i.company_id = c.company_id AND i.id = c.import_id
      WHERE c.company_id = (SELECT app_company_id()) AND c.leaver_id = ${id}::uuid ORDER BY i.started_at DESC LIMIT 10`;
}

async function findAlike(tx: ReadTx, leaver: LeaverRecord): Promise<LeaverCard[]> {
  const rows = await sqlRows(tx, z.object({ id: z.uuid() }))`
    SELECT id FROM leavers_alike(${leaver.id}::uuid, ${foldedNames(leaver)}::text[]) AS id`;
  return findCards(
    tx,
    rows.map(({ id }) => id),
  );
}

/** What somebody is or was called, in full, as `leavers.doc` has it. */
function foldedNames(leaver: LeaverRecord): string[] {
  const { familyName, givenName, formerFamilyName, familyNameKana, givenNameKana } = leaver;
  const names = [
    familyName + givenName,
    formerFamilyName ? formerFamilyName + givenName : "",
    familyNameKana && givenNameKana ? familyNameKana + givenNameKana : "",
  ];
  return [...new Set(names.map((name) => normalise(name).replaceAll(" ", "")).filter(Boolean))];
}
