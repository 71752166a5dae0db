import { snakeCase } from "#lib/column-names.ts";
import { leaverDoc } from "#lib/leavers/doc.ts";
import type { FoundPerson } from "#lib/leavers/reading/person.ts";
import type { LeaverColumn } from "#lib/leavers/schema.ts";

/** A person of an import as it is staged: `person` is by the columns of leavers, and says nothing of what the files do not. */
export type StagedRow = {
  person: Record<string, string | true>;
  problems: FoundPerson["problems"];
  rows: FoundPerson["from"];
  warned: boolean;
  unclear: boolean;
};

export function stagedRow(found: FoundPerson): StagedRow {
  return {
    person: personOf(found),
    problems: found.problems,
    rows: found.from,
    warned: found.problems.some(({ kind }) => kind === "warning"),
    unclear: found.standing === "unclear",
  };
}

/** Somebody by the columns of leavers, with what they are found and ordered by. */
export function personOf({ registeredName, standing, ...found }: FoundPerson): StagedRow["person"] {
  const said: Partial<Record<Exclude<LeaverColumn, "deceased">, string | null>> = {
    registeredFamilyName: registeredName?.familyName,
    registeredGivenName: registeredName?.givenName,
  };
  for (const column of columns) said[column] = found[column];
  const { familyName, givenName } = found;
  const { doc, sortKey } = leaverDoc({ ...said, familyName, givenName });
  const texts = Object.entries({ ...said, doc, sortKey }).flatMap(([column, text]): [string, string][] =>
    text ? [[snakeCase(column), text]] : [],
  );
  return { ...Object.fromEntries(texts), ...(standing === "dead" && { deceased: true }) };
}

const columns = [
  "number",
  "familyName",
  "givenName",
  "familyNameKana",
  "givenNameKana",
  "preferredName",
  "formerFamilyName",
  "joinedOn",
  "leftOn",
  "department",
  "title",
  "employment",
  "mail",
  "workMail",
] as const satisfies readonly (LeaverColumn & keyof FoundPerson)[];

/** As JSON that the database takes: it knows no character 0, and no half of one. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
  );
}
