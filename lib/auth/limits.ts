import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { withScope } from "#lib/db.ts";
import { TooMany } from "#lib/errors.ts";

const minute = 60;

/** What may be tried how often: `most` times within a window of `seconds`, which opens with the first try. */
const limits = {
  "mail to account": { most: 5, seconds: 15 * minute },
  "mail from address": { most: 30, seconds: 15 * minute },
  "code of account": { most: 15, seconds: 60 * minute },
  "code from address": { most: 30, seconds: 15 * minute },
  // Counted again for every 2 MB: at most about 600 MB an hour.
  "file of member": { most: 300, seconds: 60 * minute },
} as const;

export type Limit = keyof typeof limits;

/** Counts one more try of `who`, whatever becomes of it. Throws TooMany past the limit. */
export async function countTry(limit: Limit, who: string): Promise<void> {
  const { most, seconds } = limits[limit];
  const key = createHash("sha256").update(`${limit}\n${who}`).digest();
  const rows = await withScope(
    {},
    (tx) => tx.$queryRaw`SELECT * FROM count_try(${key}, make_interval(secs => ${seconds}))`,
  );
  const [{ tries, seconds_left }] = counted.parse(rows);
  if (tries > most) throw new TooMany(seconds_left);
}

const counted = z.tuple([z.object({ tries: z.int(), seconds_left: z.int() })]);
