import "server-only";
import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { sqlValue } from "#lib/sql.ts";

const maxAtOnce = 1000;

/** Erases all records whose time is over, in batches that hold nobody up. Returns how many; what a company's were, its HR reads at the desk. */
export async function expireLeavers(): Promise<number> {
  let total = 0;
  for (let gone = 1; gone > 0; total += gone)
    gone = await withScope(
      everyCompany,
      (tx) => sqlValue(tx, z.int())`SELECT expire_leavers(${maxAtOnce}::int)`,
    );
  if (total > 0) log.info("leavers' records went, since their time was over", { count: total });
  return total;
}
