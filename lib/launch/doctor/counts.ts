import type pg from "pg";
import { z } from "zod";
import { type Finding, ok, wrong } from "./finding.ts";

const recount =
  "as the owner: BEGIN; LOCK TABLE members, profiles IN SHARE ROW EXCLUSIVE MODE; SELECT recount_directory(); COMMIT;";

/**
 * Whether whom the directory lists and what it says that it counts, both kept by triggers (prisma/sql/people/listed.sql), are what the
 * members are. As the owner, in the role to which all companies are open; one statement, so that nobody changes anything in between.
 */
export async function examineCounts(client: pg.Client): Promise<Finding[]> {
  await client.query("BEGIN READ ONLY; SET LOCAL ROLE okaeri_lookup");
  const { rows } = await client.query(`
    WITH people AS MATERIALIZED (
      SELECT p.company_id, left(p.sort_key, 1) AS initial, p.listed, listed_as(m, p) AS kind
        FROM profiles p JOIN members m ON m.company_id = p.company_id AND m.id = p.member_id),
    counted AS (SELECT company_id, kind, initial, count(*) AS people FROM people WHERE kind IS NOT NULL GROUP BY 1, 2, 3),
    kept AS (SELECT company_id, kind, initial, people FROM directory_counts WHERE people <> 0)
    SELECT (SELECT count(*)::int FROM people WHERE listed IS DISTINCT FROM kind) AS unlisted,
      (SELECT count(DISTINCT company_id)::int FROM counted NATURAL FULL JOIN kept
        WHERE (company_id, kind, initial, people) NOT IN (SELECT * FROM counted INTERSECT SELECT * FROM kept)) AS miscounted`);
  await client.query("ROLLBACK");
  const { unlisted, miscounted } = z.object({ unlisted: z.int(), miscounted: z.int() }).parse(rows[0]);
  if (unlisted > 0)
    return [wrong("directory", `${unlisted} people are not listed as what they are`, recount)];
  return [
    miscounted > 0
      ? wrong("directory", `counts otherwise than its people are, in ${miscounted} of the companies`, recount)
      : ok("directory", "lists and counts its people"),
  ];
}
