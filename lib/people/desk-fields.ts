import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { ofField, withIds } from "#lib/people/choice-ids.ts";
import { readDeskFields } from "#lib/people/desk-field-rows.ts";
import { saidOf } from "#lib/people/details.ts";
import type { SaidField } from "#lib/people/field-input.ts";
import { maxFields } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { orNotFound, sqlRows } from "#lib/sql.ts";

// For HR: what the company asks of its people besides. For anybody else none of it is there: each throws NotFound.

/** The company's fields in its order, the retired ones too; 20 at most. */
export async function listDeskFields(viewer: Viewer): Promise<DeskField[]> {
  requireHr(viewer);
  return readAs(viewer, readDeskFields);
}

/** Of those who show HR their answer: how many have answered a field, and how many chose what. */
export async function countAnswers(
  viewer: Viewer,
  { id }: { id: string },
): Promise<{ people: number; choices: Record<string, number> }> {
  requireHr(viewer);
  const counted = await readAs(
    viewer,
    (tx) => sqlRows(tx, countRow)`SELECT answer, people FROM count_answers(${id}::uuid)`,
  );
  return {
    people: counted.reduce((sum, { people }) => sum + people, 0),
    choices: Object.fromEntries(counted.flatMap(({ answer, people }) => (answer ? [[answer, people]] : []))),
  };
}

const countRow = z.object({ answer: z.string().nullable(), people: z.int() });

/** Adds a field behind the others. Throws Invalid with "tooMany" for one too many. */
export async function addField(viewer: Viewer, { after }: { after: SaidField }): Promise<DeskField[]> {
  return change(viewer, async (tx, fields, { companyId }) => {
    if (fields.length >= maxFields) throw new Invalid({ "after.name.ja": "tooMany" });
    // Those that are deleted keep theirs until no text has it.
    const taken = new Set(
      (await tx.companyField.findMany({ select: { mark: true } })).map(({ mark }) => mark),
    );
    const mark =
      Array.from({ length: taken.size + 1 }, (_, index) => index).find((one) => !taken.has(one)) ?? 0;
    const place = Math.max(-1, ...fields.map((field) => field.place)) + 1;
    const { choices, nextChoice } = withIds(after, 1);
    await tx.companyField.create({
      data: {
        companyId,
        id: newId(),
        mark,
        place,
        kind: after.kind,
        nextChoice,
        ...columnsOf(after),
        choices,
      },
    });
  });
}

/**
 * Says something else of a field, unless another has meanwhile: then nothing is written. Returns whether it was, and all fields as they are now.
 * Answers follow their choices: who chose one that is gone has answered nothing. Throws NotFound where the field is gone.
 */
export async function writeField(
  viewer: Viewer,
  { id, before, after }: { id: string; before: SaidField; after: SaidField },
): Promise<{ written: boolean; fields: DeskField[] }> {
  let written = true;
  const fields = await change(viewer, async (tx, fields, { companyId }) => {
    const field = requireField(fields, id);
    const now = saidOf(field);
    if (isDeepStrictEqual(now, after)) return;
    written = isDeepStrictEqual(now, before);
    if (!written) return;
    const [{ nextChoice } = { nextChoice: 1 }] = await tx.companyField.findMany({
      where: { id },
      select: { nextChoice: true },
    });
    const said = withIds({ ...after, choices: ofField(after.choices, field) }, nextChoice);
    const choicesChanged = !isDeepStrictEqual(said.choices, now.choices);
    await tx.companyField.update({
      where: { companyId_id: { companyId, id } },
      data: { ...columnsOf(after), ...said },
    });
    if (choicesChanged) await settleSoon(tx, id);
  });
  return { written, fields };
}

/** Changes places with the one before or behind it, of those that are asked now. */
export async function moveField(
  viewer: Viewer,
  { id, by }: { id: string; by: -1 | 1 },
): Promise<DeskField[]> {
  return change(viewer, async (tx, fields, { companyId }) => {
    const asked = fields.filter(({ retired }) => !retired);
    const field = requireField(asked, id);
    const other = asked[asked.indexOf(field) + by];
    if (!other) return;
    for (const [one, { place }] of [
      [field, other],
      [other, field],
    ] as const)
      await tx.companyField.update({ where: { companyId_id: { companyId, id: one.id } }, data: { place } });
  });
}

/** Asks it no more, or again. What was answered is kept, and shown to nobody meanwhile. */
export async function retireField(
  viewer: Viewer,
  { id, retired }: { id: string; retired: boolean },
): Promise<DeskField[]> {
  return change(viewer, async (tx, fields, { companyId }) => {
    if (requireField(fields, id).retired === retired) return;
    await tx.companyField.update({
      where: { companyId_id: { companyId, id } },
      data: { state: retired ? "RETIRED" : "SHOWN" },
    });
    await settleSoon(tx, id);
  });
}

/** Deletes a retired field, and with it what was answered: hidden at once, and gone once search texts have followed. */
export async function deleteField(viewer: Viewer, { id }: { id: string }): Promise<DeskField[]> {
  return change(viewer, async (tx, fields, { companyId }) => {
    if (!requireField(fields, id).retired) throw new NotFound();
    await tx.companyField.update({
      where: { companyId_id: { companyId, id } },
      data: { state: "DELETED" },
    });
    await settleSoon(tx, id);
  });
}

type Change = (tx: Tx, fields: DeskField[], viewer: Viewer) => Promise<void>;

/** One after another: of two the second finds what the first did. Returns what stands then. */
async function change(viewer: Viewer, make: Change): Promise<DeskField[]> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    await orNotFound(tx)`SELECT lock_company_fields()`;
    await make(tx, await readDeskFields(tx), viewer);
    return readDeskFields(tx);
  });
}

function requireHr(viewer: Viewer): void {
  requireRole(viewer, "HR_ADMIN", "OWNER");
}

function requireField(fields: readonly DeskField[], id: string): DeskField {
  const field = fields.find((one) => one.id === id);
  if (!field) throw new NotFound();
  return field;
}

function columnsOf({ name, hint, audience }: SaidField) {
  return { nameJa: name.ja, nameEn: name.en, hintJa: hint.ja, hintEn: hint.en, audience };
}

/** What people are found by has to follow (see settling.ts), from now on by the clock of the database, which is asked then. */
async function settleSoon(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE company_fields SET stale_at = now(), settled_to = NULL
    WHERE company_id = (SELECT app_company_id()) AND id = ${id}::uuid`;
}
