import type { Field } from "#lib/leavers/schema.ts";

/** What a column may be, as it is offered. */
export const fieldGroups: readonly {
  group: "who" | "time" | "work" | "contact";
  fields: readonly Field[];
}[] = [
  {
    group: "who",
    fields: [
      "number",
      "name",
      "familyName",
      "givenName",
      "kana",
      "familyNameKana",
      "givenNameKana",
      "kanjiFamilyName",
      "kanjiGivenName",
      "workName",
      "workFamilyName",
      "workGivenName",
      "preferredName",
      "formerFamilyName",
    ],
  },
  { group: "time", fields: ["joined", "left", "rehired", "appliedOn", "status", "departure", "died"] },
  { group: "work", fields: ["department", "post", "employment"] },
  { group: "contact", fields: ["privateMail", "mail", "workMail"] },
];

export const dateFields: ReadonlySet<Field | null> = new Set<Field>([
  "joined",
  "left",
  "rehired",
  "appliedOn",
  "died",
]);

export function isField(text: string): text is Field {
  return fieldGroups.some(({ fields }) => fields.some((field) => field === text));
}
