import type { Client } from "pg";
import { snakeCase } from "#lib/column-names.ts";
import { makeSearchDocs } from "#lib/launch/search-texts.ts";
import { asOwner } from "#lib/owner.ts";
import { drawFaces, type FaceStore } from "./faces.ts";
import { makeWorld, type World } from "./world/sample.ts";

/** Any number that nothing else in this database locks. */
const seedLock = 7_105_201;

/**
 * Fills the sample world into a database that holds no company, as the owner of its tables, all or nothing. Does nothing
 * when there is a company. Of two at once the second waits, and then does nothing. With `faces`, people have photos there.
 */
export async function seed(
  log: (line: string) => void,
  { databaseUrl = ownerUrl(), faces }: { databaseUrl?: string; faces?: FaceStore } = {},
): Promise<void> {
  if (!(await asOwner(databaseUrl, ["companies"], isEmpty))) return;
  const world = makeWorld(new Date());
  await asOwner(databaseUrl, [...Object.keys(world).map(snakeCase), "files"], async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [seedLock]);
    if (!(await isEmpty(client))) return;
    await fill(client, world, log);
    if (faces) log(`${await drawFaces(client, world, faces)} faces, drawn, of nobody`);
  });
}

async function isEmpty(client: Client): Promise<boolean> {
  return (await client.query("SELECT FROM companies LIMIT 1")).rowCount === 0;
}

async function fill(client: Client, world: World, log: (line: string) => void): Promise<void> {
  for (const [name, rows] of Object.entries(world)) await insert(client, snakeCase(name), rows);
  await makeSearchDocs(client);
  for (const { id, name } of world.companies) {
    const people = world.members.filter(({ companyId }) => companyId === id);
    const messages = world.chatMessages.filter(({ companyId }) => companyId === id);
    log(`${name}: ${people.length} people, ${messages.length} messages`);
  }
}

/** All rows in one statement: Postgres reads them out of JSON by the table's own types. */
async function insert(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value])),
  );
  const columns = Object.keys(records[0] ?? {}).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(records)],
  );
}

function ownerUrl(): string {
  return process.env.EMBEDDED_DATABASE_URL || process.env.DATABASE_URL || "";
}
