import type { Field, ImportRow, LeaverColumn, Problem } from "#lib/leavers/schema.ts";
import { wholeName } from "./row-name.ts";

/** Which fields may be typed to put right what is wrong with somebody, each once. */
export function fieldsToFix({ problems, fixed }: Pick<ImportRow, "problems" | "fixed">): Field[] {
  const typed = Object.keys(fixed) as Field[];
  return [...new Set([...problems.flatMap(fieldsOf), ...typed])];
}

function fieldsOf({ field, reason }: Problem): Field[] {
  if (reason === "left-before-joined") return ["joined", "left"];
  if (reason === "reading-to-check") return ["familyNameKana", "givenNameKana"];
  // What these two need is a decision, or the other file's row.
  if (field === null || field === "status" || field === "rehired" || reason === "not-in-other-file")
    return [];
  return [field];
}

/** What stands in a field: what HR typed, else the cell that is wrong, else what was read. */
export function textOf({ person, problems, fixed }: ImportRow, field: Field): string {
  const typed = fixed[field];
  if (typed !== undefined) return typed;
  const cell = problems.find((problem) => problem.field === field)?.cell;
  if (cell) return cell.text;
  if (field === "name") return wholeName(person);
  const column = columns[field];
  return (column && person[column]) ?? "";
}

const columns: Partial<Record<Field, Exclude<LeaverColumn, "deceased">>> = {
  number: "number",
  familyName: "familyName",
  givenName: "givenName",
  familyNameKana: "familyNameKana",
  givenNameKana: "givenNameKana",
  preferredName: "preferredName",
  formerFamilyName: "formerFamilyName",
  joined: "joinedOn",
  left: "leftOn",
  department: "department",
  post: "title",
  employment: "employment",
  privateMail: "mail",
  mail: "mail",
  workMail: "workMail",
};
