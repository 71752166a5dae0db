import type { Client } from "pg";
import { asOwner } from "#lib/owner.ts";
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
  ["chat_places", "chatPlaces"],
  ["chat_messages", "chatMessages"],
  ["chat_reactions", "chatReactions"],
];

/**
 * Fills the sample world into a database that holds no company, as the owner of its tables, all or nothing. Does nothing
 * when there is a company. Of two at once the second waits, and then does nothing.
 */
export async function seed(log: (line: string) => void, databaseUrl = ownerUrl()): Promise<void> {
  const names = tables.map(([table]) => table);
  await asOwner(databaseUrl, names, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [seedLock]);
    const { rowCount } = await client.query("SELECT FROM companies LIMIT 1");
    if (rowCount === 0) await fill(client, makeWorld(new Date()), log);
  });
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

function ownerUrl(): string {
  return process.env.EMBEDDED_DATABASE_URL || process.env.DATABASE_URL || "";
}
