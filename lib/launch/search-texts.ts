import type pg from "pg";
import type { z } from "zod";
import { asOwner } from "#lib/owner.ts";
import { withClient } from "#lib/pg-client.ts";
import { parseRows } from "#lib/sql.ts";
import { fingerprint } from "./fingerprint.ts";
import { doors, type Kept, leavers, messages, searchDocs, sortKeys } from "./kept-texts.ts";

/** What decides how texts are folded, and of what they are made: when any of it changes, what is kept is made again. */
const folding = fingerprint([
  "lib/letters.ts",
  "lib/people/{facets,field-texts,kana,name-variants,names,normalise,prefectures,romaji,search-text,sounds,tenure-words}.ts",
  "lib/companies/door-keys.ts",
  "lib/leavers/doc.ts",
  "lib/launch/kept-texts.ts",
  "prisma/sql/people/*.sql",
]);
const batchSize = 1000;

/** Whether all texts are folded as this version folds them. */
export async function areSearchTextsCurrent(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT obj_description(to_regclass('search_docs'), 'pg_class') AS folding",
  );
  return rows[0].folding === folding;
}

/**
 * Makes again all texts that are kept folded (search texts of people and of leavers, messages, the order of the directory, the names of front doors), as
 * the owner, 1,000 at a time, each batch in a transaction of its own; does nothing where they are of this version. One that was ended
 * midway begins again.
 */
export async function renewSearchTexts(ownerUrl: string): Promise<void> {
  const renewAs = <Row extends z.ZodObject>(kept: Kept<Row>) =>
    renew(kept, (makeBatch) => asOwner(ownerUrl, kept.tables, makeBatch));
  // What stands beside the texts of people has their sort keys.
  await renewAs(sortKeys);
  await renewAs(searchDocs);
  await renewAs(messages);
  await renewAs(doors);
  await renewAs(leavers);
  await recountFacets(ownerUrl);
  await withClient(ownerUrl, (client) => client.query(`COMMENT ON TABLE search_docs IS '${folding}'`));
}

async function recountFacets(ownerUrl: string): Promise<void> {
  const ids = await asOwner(ownerUrl, ["companies"], async (client) => {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM companies ORDER BY id");
    return rows.map(({ id }) => id);
  });
  for (const id of ids)
    await withClient(ownerUrl, (client) => client.query("SELECT recount_facets($1)", [id]));
}

/** Makes the texts that people are found by, within a transaction of the owner's that sees their tables. */
export async function makeSearchDocs(client: pg.Client): Promise<void> {
  await renew(searchDocs, (makeBatch) => makeBatch(client));
}

type Batch = (client: pg.Client) => Promise<unknown[] | null>;

async function renew<Row extends z.ZodObject>(
  kept: Kept<Row>,
  run: (batch: Batch) => ReturnType<Batch>,
): Promise<void> {
  let last: unknown[] | null = null;
  do last = await run((client) => makeBatch(client, kept, last));
  while (last);
}

/** Returns the keys of the last row, or null after the last batch. */
async function makeBatch<Row extends z.ZodObject>(
  client: pg.Client,
  { table, columns, keys, select, from, row, make }: Kept<Row>,
  after: unknown[] | null,
): Promise<unknown[] | null> {
  const key = keys.map((name) => `t.${name}`).join(", ");
  const past = after ? `WHERE (${key}) > (${after.map((_, index) => `$${index + 1}`).join(", ")})` : "";
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT ${key}, json_build_array(${columns.map((name) => `t.${name}`).join(", ")}) AS kept, ${select} FROM ${from} ${past} ORDER BY ${key} LIMIT ${batchSize}`,
    after ?? [],
  );
  const made = parseRows(row, rows).map(make);
  const changed = rows.flatMap((old, index) =>
    JSON.stringify(old.kept) === JSON.stringify(made[index])
      ? []
      : [{ ...old, ...Object.fromEntries(columns.map((name, place) => [name, made[index]?.[place]])) }],
  );
  if (changed.length > 0)
    await client.query(
      `UPDATE ${table} t SET ${columns.map((name) => `${name} = n.${name}`).join(", ")} FROM json_populate_recordset(NULL::${table}, $1) n
        WHERE ${keys.map((name) => `t.${name} = n.${name}`).join(" AND ")}`,
      [JSON.stringify(changed)],
    );
  const end = rows.length === batchSize ? rows.at(-1) : undefined;
  return end ? keys.map((name) => end[name]) : null;
}
