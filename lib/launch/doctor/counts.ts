import type pg from "pg";
import { z } from "zod";
import { type Finding, ok, wrong } from "./finding.ts";

/**
 * Whether what triggers keep and pages say is what the rows are: whom the directory lists and how many (prisma/sql/people/listed.sql), how many
 * its filters offer (facets.sql), and how many answered a line of the feed (prisma/sql/feed/reaction-counts.sql). As the owner, in the role to
 * which all companies are open; a statement each, so that nobody changes anything in between.
 */
export async function examineCounts(client: pg.Client): Promise<Finding[]> {
  await client.query("BEGIN READ ONLY; SET LOCAL ROLE okaeri_lookup");
  const findings = [
    await examineDirectory(client),
    await examineFilters(client),
    await examineAnswers(client),
  ];
  await client.query("ROLLBACK");
  return findings;
}

const recountDirectory =
  "as the owner: BEGIN; LOCK TABLE members, profiles IN SHARE ROW EXCLUSIVE MODE; SELECT recount_directory(); COMMIT;";
const recountFilters = "as the owner: SELECT recount_facets(id) FROM companies;";
const recountAnswers =
  "as the owner: BEGIN; LOCK TABLE profiles, feed_events, feed_reactions IN SHARE ROW EXCLUSIVE MODE; SELECT recount_reactions(); COMMIT;";

async function examineDirectory(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(`
    WITH people AS MATERIALIZED (
      SELECT p.company_id, left(p.sort_key, 1) AS initial, p.listed, listed_as(m, p) AS kind
        FROM profiles p JOIN members m ON m.company_id = p.company_id AND m.id = p.member_id),
    counted AS (SELECT company_id, kind, initial, count(*) AS people FROM people WHERE kind IS NOT NULL GROUP BY 1, 2, 3),
    kept AS (SELECT company_id, kind, initial, people FROM directory_counts WHERE people <> 0)
    SELECT (SELECT count(*)::int FROM people WHERE listed IS DISTINCT FROM kind) AS unlisted, ${miscounted}`);
  const { unlisted, companies } = z.object({ unlisted: z.int(), companies: z.int() }).parse(rows[0]);
  if (unlisted > 0)
    return wrong("directory", `${unlisted} people are not listed as what they are`, recountDirectory);
  return companies > 0
    ? wrong(
        "directory",
        `counts otherwise than its people are, in ${companies} of the companies`,
        recountDirectory,
      )
    : ok("directory", "lists and counts its people");
}

async function examineFilters(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(`
    WITH counted AS (
      SELECT company_id, viewer_kind, kind, facet, count(*) AS people, array_agg(seat ORDER BY seat) AS seats
        FROM search_docs CROSS JOIN LATERAL unnest(facets) AS facet WHERE kind IS NOT NULL AND NOT unlisted GROUP BY 1, 2, 3, 4),
    kept AS (SELECT company_id, viewer_kind, kind, facet, people, seats_in(seats) FROM facet_counts WHERE people <> 0)
    SELECT ${miscounted}`);
  const { companies } = z.object({ companies: z.int() }).parse(rows[0]);
  return companies > 0
    ? wrong("filters", `count otherwise than people are, in ${companies} of the companies`, recountFilters)
    : ok("filters", "count the people of each choice");
}

async function examineAnswers(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(`
    SELECT count(*)::int AS lines FROM feed_events e LEFT JOIN (
        SELECT r.company_id, r.event_id, count(*) AS given FROM feed_reactions r
          JOIN profiles p ON p.company_id = r.company_id AND p.member_id = r.member_id AND p.listed IS NOT NULL GROUP BY 1, 2) g
      ON g.company_id = e.company_id AND g.event_id = e.id
      WHERE e.okaeri <> coalesce(g.given, 0)`);
  const { lines } = z.object({ lines: z.int() }).parse(rows[0]);
  return lines > 0
    ? wrong("feed", `counts otherwise than was answered, under ${lines} lines`, recountAnswers)
    : ok("feed", "counts the answers to its lines");
}

/** In how many companies what was counted is not what is kept. */
const miscounted = `(SELECT count(DISTINCT company_id)::int FROM (
    (TABLE counted EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE counted)) differing) AS companies`;
