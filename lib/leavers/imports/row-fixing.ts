import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { InvariantError, NotFound } from "#lib/errors.ts";
import type { Field } from "#lib/leavers/reading/fields.ts";
import type { FoundPerson, Problem, Reason } from "#lib/leavers/reading/person.ts";
import { readTyped } from "#lib/leavers/reading/typed.ts";
import { sqlRow } from "#lib/sql.ts";
import { findAlike, flagAlike, type RowKey } from "./row-duplicates.ts";
import { personOf, type StagedRow, storableJson } from "./staged-rows.ts";

type Values = Partial<Record<Field, string>>;

/** Reads a row's person again with what HR typed, and judges them, and those who are like them, anew. Throws NotFound. */
export async function fixOne(tx: Tx, key: RowKey, typed: Values): Promise<void> {
  const where = { companyId_importId_place: key };
  const row = await tx.leaverImportRow.findUnique({ where });
  if (!row) throw new NotFound();
  const before = row as unknown as Pick<StagedRow, "person" | "problems" | "rows" | "unclear"> & {
    fixed: Values | null;
  };
  const fixed = { ...before.fixed, ...typed };
  const alike = await findAlike(tx, key);
  const { ownDomains, today } = await sqlRow(tx, knownSchema)`
    SELECT c.mail_domains AS own_domains, to_char(now() AT TIME ZONE a.time_zone, 'YYYY-MM-DD') AS today
      FROM companies c CROSS JOIN own_account() a WHERE c.id = ${key.companyId}::uuid`;
  const { status: _, ...values } = valuesOf(before, fixed);
  const found = readTyped(values, { ownDomains, today });
  if (!found) throw new InvariantError("somebody who was typed is read as nobody");
  const problems = problemsOf(found, before, fixed);
  const unclear = "left" in fixed ? found.standing === "unclear" : before.unclear;
  const person = keptOf(before.person, personOf(found));
  await tx.$executeRaw`UPDATE leaver_import_rows SET person = ${storableJson(person)}::jsonb, problems = ${storableJson(problems)}::jsonb,
      warned = ${problems.some(({ kind }) => kind === "warning")}, unclear = ${unclear}, fixed = ${storableJson(fixed)}::jsonb, decision = NULL
    WHERE company_id = ${key.companyId}::uuid AND import_id = ${key.importId}::uuid AND place = ${key.place}::int`;
  await flagAlike(tx, key, [...new Set([...alike, key.place, ...(await findAlike(tx, key))])]);
}

const knownSchema = z.object({ ownDomains: z.array(z.string()), today: z.string() });

const columns: Partial<Record<Field, string>> = {
  number: "number",
  familyName: "family_name",
  givenName: "given_name",
  familyNameKana: "family_name_kana",
  givenNameKana: "given_name_kana",
  preferredName: "preferred_name",
  formerFamilyName: "former_family_name",
  joined: "joined_on",
  left: "left_on",
  department: "department",
  post: "title",
  employment: "employment",
  privateMail: "mail",
  workMail: "work_mail",
};

/** What is to be read by field: what HR typed, else the cell in which something is wrong, else what was read. */
function valuesOf({ person, problems }: Pick<StagedRow, "person" | "problems">, fixed: Values): Values {
  const read = Object.entries(columns).flatMap(([field, column]): [string, string][] => {
    const said = person[column];
    return typeof said === "string" ? [[field, said]] : [];
  });
  const wrong = problems.flatMap(({ field, kind, reason, cell }): [string, string][] =>
    field && cell && (kind === "error" || reason === "own-domain") ? [[field, cell.text]] : [],
  );
  const values: Values = { ...Object.fromEntries(read), ...Object.fromEntries(wrong) };
  // A name is typed whole or in halves: what HR typed takes the place of both.
  if ("name" in fixed) for (const field of ["familyName", "givenName"] as const) delete values[field];
  if (halves.some((field) => field in fixed)) for (const field of wholes) delete values[field];
  if ("kana" in fixed) for (const field of ["familyNameKana", "givenNameKana"] as const) delete values[field];
  // Of two fields for mail, the one that HR typed in.
  if ("mail" in fixed) delete values.privateMail;
  if ("privateMail" in fixed) delete values.mail;
  return { ...values, ...fixed };
}

const halves = ["familyName", "givenName"] as const;
const wholes = [
  "name",
  "kanjiFamilyName",
  "kanjiGivenName",
  "workFamilyName",
  "workGivenName",
  "workName",
] as const;

/** What stays a warning until HR types something in the same place: a single row read by itself does not show it. */
const lasting: ReadonlySet<Reason> = new Set([
  "rows-differ",
  "not-in-other-file",
  "reading-to-check",
  "outside-era",
  "active-but-left",
  "rehired",
  "no-leaving-date",
] as const);

function problemsOf(
  found: FoundPerson,
  before: Pick<StagedRow, "problems" | "rows">,
  fixed: Values,
): Problem[] {
  const [first] = before.rows;
  const at = { file: first?.file ?? 0, row: first?.rows[0] ?? 1 };
  const columnOf = (field: Field | null) =>
    before.problems.find((one) => one.field === field && one.cell)?.cell?.column ?? 0;
  const now = found.problems
    .filter(({ reason }) => reason !== "no-leaving-date" || "left" in fixed)
    .map((problem) =>
      problem.cell
        ? { ...problem, cell: { ...problem.cell, ...at, column: columnOf(problem.field) } }
        : problem,
    );
  const still = before.problems.filter(
    ({ field, reason }) =>
      lasting.has(reason) &&
      !now.some((one) => one.reason === reason) &&
      !(field && typedIn(fixed).has(field)) &&
      !("left" in fixed && (field === "status" || field === "rehired")),
  );
  return [...now, ...still];
}

/** The fields that HR typed something for; a reading typed whole counts for its halves. */
function typedIn(fixed: Values): Set<Field> {
  const fields = new Set(Object.keys(fixed) as Field[]);
  if (fields.has("kana") || fields.has("givenNameKana")) fields.add("familyNameKana");
  return fields;
}

/** What a person is by other cells than those of the fields: that they died, and their registered name. */
function keptOf(before: StagedRow["person"], now: StagedRow["person"]): StagedRow["person"] {
  const kept: StagedRow["person"] = { ...now };
  for (const column of ["registered_family_name", "registered_given_name"])
    if (before[column] !== undefined) kept[column] = before[column];
  if (before.deceased) {
    kept.deceased = true;
    delete kept.mail;
    delete kept.work_mail;
  }
  return kept;
}
