import type { LeaverRecord } from "#lib/leavers/record.ts";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";

/** The fields of text, by the parts of the form in which they stand. */
export const formParts = {
  names: [
    "familyName",
    "givenName",
    "familyNameKana",
    "givenNameKana",
    "preferredName",
    "formerFamilyName",
    "registeredFamilyName",
    "registeredGivenName",
  ],
  work: ["number", "joinedOn", "leftOn", "department", "title", "employment"],
  contact: ["mail", "workMail"],
} as const;
export type TextField = (typeof formParts)[keyof typeof formParts][number];

/** What stands in the form of a record, or of a new one. */
export function typedOf(record: LeaverRecord | null): TypedLeaver {
  const text = (field: TextField | "groundOn" | "groundDocument") => record?.[field] ?? "";
  return {
    number: text("number"),
    familyName: text("familyName"),
    givenName: text("givenName"),
    familyNameKana: text("familyNameKana"),
    givenNameKana: text("givenNameKana"),
    preferredName: text("preferredName"),
    formerFamilyName: text("formerFamilyName"),
    registeredFamilyName: text("registeredFamilyName"),
    registeredGivenName: text("registeredGivenName"),
    joinedOn: text("joinedOn"),
    leftOn: text("leftOn"),
    department: text("department"),
    title: text("title"),
    employment: text("employment"),
    mail: text("mail"),
    workMail: text("workMail"),
    deceased: record?.deceased ?? false,
    tags: [...(record?.tags ?? [])],
    note: record?.note ?? "",
    ground: record?.ground ?? null,
    groundOn: text("groundOn"),
    groundDocument: text("groundDocument"),
  };
}

/**
 * What was typed over `before`, brought onto what somebody else wrote meanwhile: what one did not touch is theirs, and `both` names what both changed
 * to something else, of which one's own stays.
 */
export function rebased(before: TypedLeaver, typed: TypedLeaver, now: TypedLeaver) {
  const fields = Object.keys(typed) as (keyof TypedLeaver)[];
  const differs = (field: keyof TypedLeaver, one: TypedLeaver, other: TypedLeaver) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  const touched = fields.filter((field) => differs(field, before, typed));
  const theirs = fields.filter((field) => differs(field, before, now));
  const own = Object.fromEntries(touched.map((field) => [field, typed[field]]));
  return {
    typed: { ...now, ...own } as TypedLeaver,
    theirs,
    both: touched.filter((field) => theirs.includes(field) && differs(field, typed, now)),
  };
}
