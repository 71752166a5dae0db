import { z } from "zod";
import { snakeCase } from "#lib/column-names.ts";
import { doorKeys } from "#lib/companies/door-keys.ts";
import { leaverDoc } from "#lib/leavers/doc.ts";
import { facetsOf } from "#lib/people/facets.ts";
import { answerTexts, fieldWordsSchema } from "#lib/people/field-texts.ts";
import { nameRow } from "#lib/people/name-row.ts";
import { sortKey } from "#lib/people/names.ts";
import { normalise } from "#lib/people/normalise.ts";
import { positionSchema } from "#lib/people/schema.ts";
import { searchDoc } from "#lib/people/search-text.ts";

/** Columns that hold what is made of others, and how. `from` names their table `t`; the columns of `row` are its `keys` and what is read. */
export type Kept<Row extends z.ZodObject> = {
  table: string;
  columns: readonly string[];
  keys: readonly string[];
  select: string;
  from: string;
  tables: readonly string[];
  row: Row;
  /** A value for each of the columns. */
  make: (row: z.output<Row>) => (string | string[])[];
};

const nameColumns = (of: string) =>
  Object.keys(nameRow.shape)
    .map((name) => `${of}.${snakeCase(name)}`)
    .join(", ");

const seenRow = nameRow.extend({
  department: z.string().nullable(),
  headline: z.string().nullable(),
  skills: z.array(z.string()),
  area: z.string().nullable(),
  joinedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  purposes: z.array(z.string()),
  rehire: z.boolean(),
  employer: z.string().nullable(),
  positions: z.array(positionSchema),
  details: z.record(z.string(), z.string()),
  fields: z.array(fieldWordsSchema),
});
export const searchDocs: Kept<typeof seenRow> = {
  table: "search_docs",
  columns: ["doc", "facets"],
  keys: ["company_id", "member_id", "viewer_kind"],
  select: `${nameColumns("v")}, v.department, v.headline, v.skills, v.area, v.joined_on::text, v.left_on::text, v.purposes,
    v.rehire, v.employer, v.positions, v.details, CASE WHEN v.details = '{}' THEN '[]' ELSE (SELECT jsonb_agg(to_jsonb(f)) FROM company_fields f
      WHERE f.company_id = t.company_id) END AS fields`,
  from: `search_docs t JOIN profiles p ON p.company_id = t.company_id AND p.member_id = t.member_id
    CROSS JOIN LATERAL eyes_of(t.company_id, t.viewer_kind) e CROSS JOIN LATERAL visible_to(e.seen, e.closed, p) v`,
  tables: ["search_docs", "profiles", "company_fields", "company_limits"],
  row: seenRow,
  make: ({ details, fields, ...seen }) => {
    const row = { ...seen, ...answerTexts(details, fields) };
    return [searchDoc(row), facetsOf(row)];
  },
};

export const sortKeys: Kept<typeof nameRow> = {
  table: "profiles",
  columns: ["sort_key"],
  keys: ["company_id", "member_id"],
  select: nameColumns("t"),
  from: "profiles t",
  tables: ["profiles"],
  row: nameRow,
  make: (row) => [sortKey(row)],
};

const messageRow = z.object({ text: z.string() });
export const messages: Kept<typeof messageRow> = {
  table: "chat_messages",
  columns: ["folded"],
  keys: ["company_id", "thread_id", "number"],
  select: "t.text",
  from: "chat_messages t",
  tables: ["chat_messages"],
  row: messageRow,
  make: ({ text }) => [normalise(text)],
};

const companyRow = z.object({
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  foundBy: z.array(z.string()),
});
export const doors: Kept<typeof companyRow> = {
  table: "companies",
  columns: ["door_keys"],
  keys: ["id"],
  select: "t.slug, t.name, t.name_en, t.found_by",
  from: "companies t",
  tables: ["companies"],
  row: companyRow,
  make: (row) => [doorKeys(row)],
};

const text = z.string().nullable();
const leaverRow = nameRow.omit({ formerFamilyNameKana: true }).extend({
  registeredFamilyName: text,
  registeredGivenName: text,
  number: text,
  joinedOn: text,
  leftOn: text,
  department: text,
  title: text,
  mail: text,
  workMail: text,
});
export const leavers: Kept<typeof leaverRow> = {
  table: "leavers",
  columns: ["doc", "sort_key"],
  keys: ["company_id", "id"],
  select: Object.keys(leaverRow.shape)
    .map((name) => `t.${snakeCase(name)}${name.endsWith("On") ? "::text" : ""}`)
    .join(", "),
  from: "leavers t",
  tables: ["leavers"],
  row: leaverRow,
  make: (row) => {
    const { doc, sortKey } = leaverDoc(row);
    return [doc, sortKey];
  },
};
