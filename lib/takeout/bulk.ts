import "server-only";
import { z } from "zod";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow } from "#lib/sql.ts";
import type { Bulk } from "./schema.ts";

/** How much there is of the member of the transaction. */
export function readBulk(tx: ReadTx): Promise<Bulk> {
  return sqlRow(tx, bulkRow)`SELECT * FROM own_bulk()`;
}

const bulkRow = z.object({ lines: z.int(), files: z.int(), bytes: z.coerce.number() });
