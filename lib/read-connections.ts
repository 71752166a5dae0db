import "server-only";
import type pg from "pg";
import { z } from "zod";
import { beginOf, transactionPool } from "#lib/db.ts";
import { InvariantError, NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { swallow } from "#lib/swallow.ts";

/** The call that enters a scope, and says whether it could: its values are ids. */
export type Entrance = { call: "enter_company"; ids: readonly string[] };

/** How long PostgreSQL may take to answer; then the connection is closed. */
export const statementTimeoutMs = 20_000;

// `query_timeout` is an option of a query that the types do not know.
declare module "pg" {
  interface QueryConfig {
    query_timeout?: number | undefined;
  }
}

/** Plans are made once for a statement, whatever its values: ours are written so that one is as good for all of them. */
const readOnly = `${beginOf("READ ONLY")}; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL jit = off`;

const maxFouled = 100;

/**
 * A connection within the scope. Throws NotFound where the entrance is closed. One message begins the transaction, enters, and looks whether the connection has statements that were
 * prepared by SQL: ours are by the protocol, so somebody's injected statement may have put its own in the place of one. Such a connection is
 * closed.
 */
export async function openForReads({ call, ids }: Entrance): Promise<pg.PoolClient> {
  for (let fouled = 0; fouled < maxFouled; fouled++) {
    const client = await transactionPool().connect();
    // Its statement fails when a connection breaks; the event, which would end the process, says no more.
    client.on("error", overheard);
    try {
      const values = ids.map((id) => client.escapeLiteral(id)).join(", ");
      const said: unknown = await client.query({
        text: `${readOnly};
          SELECT ${call}(${values}) AS entered, NOT EXISTS (SELECT FROM pg_prepared_statement() WHERE from_sql) AS own`,
        query_timeout: statementTimeoutMs,
      });
      const { entered, own } = openedSchema.parse(said).at(-1)?.rows[0] ?? {};
      if (entered && own) return client;
      if (own) throw new NotFound();
      log.error("a connection held a prepared statement that is none of ours", { part: "transactions" });
      client.release(true);
    } catch (error) {
      if (error instanceof NotFound) await endReads(client, "ROLLBACK");
      else client.release(true);
      throw error;
    }
  }
  throw new InvariantError("every connection holds prepared statements that are none of ours");
}

/** Gives the connection back; one that cannot end its transaction is closed. */
export async function endReads(client: pg.PoolClient, how: "COMMIT" | "ROLLBACK"): Promise<void> {
  try {
    await client.query({ text: how, query_timeout: statementTimeoutMs });
    client.off("error", overheard);
    client.release();
  } catch (error) {
    overheard(error);
    client.release(true);
  }
}

const overheard = swallow("closing a connection");

const openedSchema = z.array(
  z.object({ rows: z.array(z.object({ entered: z.boolean().optional(), own: z.boolean().optional() })) }),
);
