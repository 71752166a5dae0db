import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { TooMany } from "#lib/errors.ts";
import { sqlRow } from "#lib/sql.ts";

/** What may be tried how often: `max` times within a window of `seconds`, which opens with the first try. */
export type Limit = { name: string; max: number; seconds: number };

/** Counts one more try of `who`, whatever becomes of it. Throws TooMany past the limit. */
export async function countTry(limit: Limit, who: string): Promise<void> {
  await withScope({}, (tx) => countTries(tx, limit, who, 1));
}

/** Counts `count` tries of `who`, at least one, in the given transaction: they count only if it commits. Throws TooMany past the limit. */
export async function countTries(tx: Tx, limit: Limit, who: string, count: number): Promise<void> {
  const { name, max, seconds } = limit;
  // Keyed: else anyone who runs a statement could use up the tries of any address.
  const key = createHmac("sha256", env().secret).update(`tries\n${name}\n${who}`).digest();
  const { tries, secondsLeft } = await sqlRow(tx, countedSchema)`
    SELECT (counted).tries, (counted).seconds_left FROM (
      SELECT count_try(${key}, make_interval(secs => ${seconds})) AS counted FROM generate_series(1, ${count}::int) OFFSET 0
    ) AS each_one ORDER BY tries DESC LIMIT 1`;
  if (tries > max) throw new TooMany(secondsLeft);
}

const countedSchema = z.object({ tries: z.int(), secondsLeft: z.int() });
