import { Client } from "pg";
import type { World } from "./world/rows.ts";
import { makeWorld } from "./world/sample.ts";

/** Any number that nothing else in this database locks. */
const seedLock = 7_105_201;

/** In an order in which each finds what it points to. */
const tables: readonly [table: string, rows: keyof World][] = [
  ["companies", "companies"],
  ["users", "users"],
  ["members", "members"],
  ["profiles", "profiles"],
  ["search_docs", "searchDocs"],
  ["feed_events", "feedEvents"],
  ["chat_threads", "chatThreads"],
  ["chat_participants", "chatParticipants"],
  ["chat_messages", "chatMessages"],
];

/**
 * Fills the sample world into a database that holds no company, as the owner of its tables, all or nothing. Does nothing
 * when there is a company. Of two at once the second waits, and then does nothing.
 */
export async function seed(log: (line: string) => void, databaseUrl = ownerUrl()): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [seedLock]);
    await holdOwner(client, false);
    const { rowCount } = await client.query("SELECT FROM companies LIMIT 1");
    if (rowCount === 0) await fill(client, makeWorld(new Date()), log);
    await holdOwner(client, true);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** Row-level security holds the owner too. It lets go within this transaction only: the others never see it off. */
async function holdOwner(client: Client, held: boolean): Promise<void> {
  const force = held ? "FORCE" : "NO FORCE";
  for (const [table] of tables) await client.query(`ALTER TABLE ${table} ${force} ROW LEVEL SECURITY`);
}

async function fill(client: Client, world: World, log: (line: string) => void): Promise<void> {
  for (const [table, rows] of tables) await insert(client, table, world[rows]);
  for (const { id, name } of world.companies) {
    const people = world.members.filter(({ companyId }) => companyId === id);
    const messages = world.chatMessages.filter(({ companyId }) => companyId === id);
    log(`${name}: ${people.length} people, ${messages.length} messages`);
  }
}

/** All rows in one statement: Postgres reads them out of JSON by the table's own types. */
async function insert(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])),
  );
  const columns = Object.keys(records[0] ?? {}).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(records)],
  );
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function ownerUrl(): string | undefined {
  return process.env.EMBEDDED_DATABASE_URL || process.env.DATABASE_URL;
}
