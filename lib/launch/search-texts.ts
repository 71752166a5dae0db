import type pg from "pg";
import { z } from "zod";
import { doorKeys } from "#lib/companies/door-keys.ts";
import { asOwner } from "#lib/owner.ts";
import { sortKey } from "#lib/people/names.ts";
import { normalise } from "#lib/people/normalise.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { withClient } from "#lib/pg-client.ts";
import { parseRows } from "#lib/sql.ts";
import { fingerprint } from "./fingerprint.ts";

/** What decides how texts are folded: when any of it changes, what is kept folded is made again. */
const folding = fingerprint([
  "lib/people/{kana,letters,name-variants,names,normalise,romaji,search-text,tenure-words}.ts",
  "lib/companies/door-keys.ts",
]);
const batchSize = 1000;

/** A column that holds what is made of others, and how. `from` names its table `t`; the columns of `row` are its `keys` and what is read. */
type Kept<Row extends z.ZodObject> = {
  table: string;
  column: string;
  keys: readonly string[];
  select: string;
  from: string;
  tables: readonly string[];
  row: Row;
  make: (row: z.output<Row>) => string | string[];
};

/** Whether all texts are folded as this version folds them. */
export async function areSearchTextsCurrent(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT obj_description(to_regclass('search_docs'), 'pg_class') AS folding",
  );
  return rows[0].folding === folding;
}

/**
 * Makes again all texts that are kept folded (search texts of people, messages, the order of the directory, the names of front doors), as
 * the owner, 1,000 at a time, each batch in a transaction of its own; does nothing where they are of this version. One that was ended
 * midway begins again.
 */
export async function renewSearchTexts(ownerUrl: string): Promise<void> {
  await renew(ownerUrl, searchDocs);
  await renew(ownerUrl, sortKeys);
  await renew(ownerUrl, messages);
  await renew(ownerUrl, doors);
  await withClient(ownerUrl, (client) => client.query(`COMMENT ON TABLE search_docs IS '${folding}'`));
}

async function renew<Row extends z.ZodObject>(ownerUrl: string, kept: Kept<Row>): Promise<void> {
  let last: unknown[] | null = null;
  do last = await renewBatch(ownerUrl, kept, last);
  while (last);
}

/** Returns the keys of the last row, or null after the last batch. */
async function renewBatch<Row extends z.ZodObject>(
  ownerUrl: string,
  { table, column, keys, select, from, tables, row, make }: Kept<Row>,
  after: unknown[] | null,
): Promise<unknown[] | null> {
  const key = keys.map((name) => `t.${name}`).join(", ");
  const past = after ? `WHERE (${key}) > (${after.map((_, index) => `$${index + 1}`).join(", ")})` : "";
  return asOwner(ownerUrl, tables, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT ${key}, t.${column} AS kept, ${select} FROM ${from} ${past} ORDER BY ${key} LIMIT ${batchSize}`,
      after ?? [],
    );
    const made = parseRows(row, rows).map(make);
    const changed = rows.flatMap((old, index) =>
      JSON.stringify(old.kept) === JSON.stringify(made[index]) ? [] : [{ ...old, [column]: made[index] }],
    );
    if (changed.length > 0)
      await client.query(
        `UPDATE ${table} t SET ${column} = n.${column} FROM json_populate_recordset(NULL::${table}, $1) n
        WHERE ${keys.map((name) => `t.${name} = n.${name}`).join(" AND ")}`,
        [JSON.stringify(changed)],
      );
    const end = rows.length === batchSize ? rows.at(-1) : undefined;
    return end ? keys.map((name) => end[name]) : null;
  });
}

const nameRow = z.object({
  familyName: z.string(),
  givenName: z.string(),
  familyNameKana: z.string().nullable(),
  givenNameKana: z.string().nullable(),
  preferredName: z.string().nullable(),
  formerFamilyName: z.string().nullable(),
  formerFamilyNameKana: z.string().nullable(),
});
const nameColumns = (of: string) =>
  "family_name given_name family_name_kana given_name_kana preferred_name former_family_name former_family_name_kana"
    .split(" ")
    .map((name) => `${of}.${name}`)
    .join(", ");

const seenRow = nameRow.extend({
  department: z.string(),
  headline: z.string().nullable(),
  skills: z.array(z.string()),
  area: z.string().nullable(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
});
/** Of a profile that its audience may not see at all, nothing is found either. */
const searchDocs: Kept<typeof seenRow> = {
  table: "search_docs",
  column: "doc",
  keys: ["company_id", "member_id", "audience"],
  select: `${nameColumns("v")}, v.department, v.headline, v.skills, v.area, v.joined_on::text, v.left_on::text`,
  from: `search_docs t JOIN profiles p ON p.company_id = t.company_id AND p.member_id = t.member_id
    CROSS JOIN LATERAL visible_to(t.audience, p) v`,
  tables: ["search_docs", "profiles"],
  row: seenRow,
  make: searchDoc,
};

const sortKeys: Kept<typeof nameRow> = {
  table: "profiles",
  column: "sort_key",
  keys: ["company_id", "member_id"],
  select: nameColumns("t"),
  from: "profiles t",
  tables: ["profiles"],
  row: nameRow,
  make: sortKey,
};

const messageRow = z.object({ text: z.string() });
const messages: Kept<typeof messageRow> = {
  table: "chat_messages",
  column: "folded",
  keys: ["company_id", "thread_id", "number"],
  select: "t.text",
  from: "chat_messages t",
  tables: ["chat_messages"],
  row: messageRow,
  make: ({ text }) => normalise(text),
};

const companyRow = z.object({
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  foundBy: z.array(z.string()),
});
const doors: Kept<typeof companyRow> = {
  table: "companies",
  column: "door_keys",
  keys: ["id"],
  select: "t.slug, t.name, t.name_en, t.found_by",
  from: "companies t",
  tables: ["companies"],
  row: companyRow,
  make: doorKeys,
};
