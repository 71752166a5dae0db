import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { FoundPeople } from "#lib/chat/schema.ts";
import { findCards } from "#lib/people/cards.ts";
import { peopleTerms } from "#lib/people/search-text.ts";
import { sqlRow } from "#lib/sql.ts";

const maxPeople = 8;
const maxFound = 500;

/**
 * Whom these words find in the directory, to go or to write to, at most 8: first those with whom the viewer has a conversation, the latest
 * first, then those whose time here overlaps with the viewer's, then those whose surname begins so, then the others, each in the order of
 * the directory. Counted up to 500, and `atLeast` says that there are more: of these the first that are found are ranked beside all of whom more is known.
 */
export async function findPeople(viewer: Viewer, q: string): Promise<FoundPeople> {
  const { terms, sounds } = peopleTerms(q);
  if (terms.length === 0) return { people: [], total: 0, atLeast: false };
  const { companyId, memberId } = viewer;
  return readAs(viewer, async (tx) => {
    const { found, ids } = await sqlRow(tx, answerSchema)`
      WITH hits AS MATERIALIZED (
        SELECT member_id, sort_key, by_sound FROM search_members(${terms}::text[], ${maxFound + 1}::int, ${sounds}::text[])),
      asked AS MATERIALIZED (
        SELECT CASE WHEN EXISTS (SELECT FROM hits WHERE by_sound) THEN ${sounds}::text[] ELSE ${terms}::text[] END AS terms,
          (SELECT count(*)::int FROM hits) AS found),
      talked AS MATERIALIZED (
        SELECT other.member_id, t.last_message_at FROM chat_threads t
          JOIN chat_participants other ON other.company_id = t.company_id AND other.thread_id = t.id
          WHERE t.company_id = ${companyId}::uuid AND t.kind = 'DIRECT' AND t.last_number > 0
            AND other.member_id <> ${memberId}::uuid),
      overlapping AS MATERIALIZED (
        SELECT o.member_id, o.sort_key FROM asked, search_members(asked.terms, ${maxFound}::int, together => true) o),
      known AS MATERIALIZED (
        SELECT k.member_id, k.sort_key FROM asked, search_members(asked.terms, ${maxFound}::int,
            among => ARRAY(SELECT member_id FROM talked)) k
          WHERE asked.found > ${maxFound} AND EXISTS (SELECT FROM talked)),
      -- Where enough overlap nobody else is shown.
      named AS MATERIALIZED (
        SELECT members_by_surname(ARRAY(SELECT member_id FROM overlapping
          UNION SELECT member_id FROM hits WHERE (SELECT count(*) FROM overlapping) < ${maxPeople}), ${terms}::text[]) AS member_id),
      ranked AS (
        SELECT h.member_id, row_number() OVER (ORDER BY talked.last_message_at DESC NULLS LAST,
            o.member_id IS NULL, named.member_id IS NULL, h.sort_key COLLATE "C", h.member_id) AS place
          FROM (SELECT member_id, sort_key FROM hits UNION TABLE overlapping UNION TABLE known) h
            LEFT JOIN talked ON talked.member_id = h.member_id LEFT JOIN overlapping o ON o.member_id = h.member_id
            LEFT JOIN named ON named.member_id = h.member_id)
      SELECT asked.found, ARRAY(SELECT member_id FROM ranked WHERE place <= ${maxPeople} ORDER BY place) AS ids FROM asked`;
    const cards = await findCards(tx, ids);
    return {
      people: ids.flatMap((id) => cards.get(id) ?? []),
      total: Math.min(found, maxFound),
      atLeast: found > maxFound,
    };
  });
}

const answerSchema = z.object({ found: z.int(), ids: z.array(z.uuid()) });
