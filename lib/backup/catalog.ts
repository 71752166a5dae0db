import type pg from "pg";
import { z } from "zod";

/** A table with the columns that are its own: those that the database generates are left out. */
export type Table = { schema: string; name: string; columns: string[] };

/** Ours, and pg-boss's. */
const schemas = ["public", "pgboss"];

/** What of pg-boss tells of the processes that run and have run, and not of what is to be done. */
const leftOut = ["pgboss.instance", "pgboss.queue_stats", "pgboss.warning"];

/**
 * The tables, each after those that it points to. Of a partitioned one its partitions: what is copied into each by itself lies there in
 * the order in which it came, while rows that come through the parent fill gaps.
 */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query(
    `SELECT c.oid::text AS oid, n.nspname AS schema, c.relname AS name,
        ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
        ARRAY(SELECT DISTINCT f.confrelid::text FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid <> f.conrelid
          AND f.conrelid = c.oid) AS points_to
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($1) AND c.relkind = 'r'
        AND coalesce(pg_partition_root(c.oid), c.oid) <> ALL (SELECT to_regclass(name) FROM unnest($2::text[]) name WHERE to_regclass(name) IS NOT NULL)
      ORDER BY n.nspname DESC, c.relname`,
    [schemas, leftOut],
  );
  return inOrder(foundTables.parse(rows)).map(({ schema, name, columns }) => ({ schema, name, columns }));
}

const foundTables = z.array(
  z.object({
    oid: z.string(),
    schema: z.string(),
    name: z.string(),
    columns: z.array(z.string()),
    points_to: z.array(z.string()),
  }),
);
type FoundTable = z.infer<typeof foundTables>[number];

function inOrder(tables: FoundTable[]): FoundTable[] {
  const known = new Set(tables.map(({ oid }) => oid));
  const placed = new Set<string>();
  const ordered: FoundTable[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ oid, points_to }) =>
        !placed.has(oid) && points_to.every((other) => placed.has(other) || !known.has(other)),
    );
    if (!next) throw new Error("Tables point to each other in a circle: none of them can be restored first");
    placed.add(next.oid);
    ordered.push(next);
  }
  return ordered;
}

export type Sequence = { schema: string; name: string; value: string; called: boolean };

/** Where the sequences stand. They stand outside of transactions: at the snapshot's place, or further. */
export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query(
    "SELECT schemaname AS schema, sequencename AS name FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1, 2",
    [schemas],
  );
  const sequences: Sequence[] = [];
  for (const { schema, name } of z.array(z.object({ schema: z.string(), name: z.string() })).parse(rows)) {
    const state = await client.query(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoted({ schema, name })}`,
    );
    const [{ value, called }] = z
      .tuple([z.object({ value: z.string(), called: z.boolean() })])
      .parse(state.rows);
    sequences.push({ schema, name, value, called });
  }
  return sequences;
}

/** The migrations that were applied, in their order; null where there never was one. */
export async function listMigrations(client: pg.ClientBase): Promise<string[] | null> {
  const table = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!table.rows[0].there) return null;
  const { rows } = await client.query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}

/** By which pg-boss knows its tables; null where there are none. */
export async function findQueueVersion(client: pg.ClientBase): Promise<number | null> {
  const table = await client.query("SELECT to_regclass('pgboss.version') IS NOT NULL AS there");
  if (!table.rows[0].there) return null;
  const { rows } = await client.query("SELECT version FROM pgboss.version");
  return z.tuple([z.object({ version: z.int() })]).parse(rows)[0].version;
}

export function quoted({ schema, name }: { schema: string; name: string }): string {
  return [schema, name].map(quotedName).join(".");
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Makes COPY write the same rows as the same text, in physical order, whatever the settings of server and role, and without timeouts.
 * Other scans of an index stay on: a whole table is read without them anyway, and foreign keys are checked by them.
 */
export const copySettings = `
  SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = postgres; SET TimeZone = 'UTC'; SET bytea_output = hex;
  SET extra_float_digits = 1; SET synchronize_seqscans = off; SET max_parallel_workers_per_gather = 0;
  SET enable_indexonlyscan = off; SET statement_timeout = 0; SET lock_timeout = 0;
  SET idle_in_transaction_session_timeout = 0`;

/** The COPY that writes a table's rows. */
export function copyOut(table: Table): string {
  return `COPY (SELECT ${table.columns.map(quotedName).join(", ")} FROM ${quoted(table)}) TO STDOUT`;
}

/** The COPY that takes them. */
export function copyIn(table: Table): string {
  return `COPY ${quoted(table)} (${table.columns.map(quotedName).join(", ")}) FROM STDIN`;
}
