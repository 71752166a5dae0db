import type pg from "pg";
import { withClient } from "#lib/pg-client.ts";

/**
 * Runs `work` in one transaction as the owner of these tables, whom row-level security holds like everybody and here lets go:
 * within this transaction only, so that nobody else sees it off. For what an operator does: new companies, the sample world.
 */
export async function asOwner<T>(
  url: string,
  tables: readonly string[],
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withClient(url, async (client) => {
    const force = async (how: "FORCE" | "NO FORCE") => {
      for (const table of tables) await client.query(`ALTER TABLE ${table} ${how} ROW LEVEL SECURITY`);
    };
    await client.query("BEGIN");
    await force("NO FORCE");
    const result = await work(client);
    await force("FORCE");
    await client.query("COMMIT");
    return result;
  });
}
