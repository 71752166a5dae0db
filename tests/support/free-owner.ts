import type pg from "pg";

/** Lets the owner of the tables, whom row-level security holds like everybody, see what is really there. */
export async function freeOwner(owner: Pick<pg.Client, "query">): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace",
  );
  for (const table of rows) await owner.query(`ALTER TABLE ${table.name} NO FORCE ROW LEVEL SECURITY`);
}
