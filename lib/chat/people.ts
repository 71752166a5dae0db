import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { FoundPeople } from "#lib/chat/schema.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import { peopleTerms } from "#lib/people/search-text.ts";
import { findableProfiles, ownCareer } from "#lib/people/visible.ts";
import { sqlRow } from "#lib/sql.ts";

const maxPeople = 8;
const maxHits = 5000;

/**
 * Whom these words find in the directory, to go or to write to, at most 8: first those with whom the viewer has a conversation, the latest
 * first, then those whose time here overlaps with the viewer's, then those whose surname begins so, then the others, each in the order of
 * the directory. `total` and `atLeast` as in the directory.
 */
export async function findPeople(viewer: Viewer, q: string): Promise<FoundPeople> {
  const { terms, sounds } = peopleTerms(q);
  if (terms.length === 0) return { people: [], total: 0, atLeast: false };
  const { companyId, memberId } = viewer;
  return readAs(viewer, async (tx) => {
    const { total, ids } = await sqlRow(tx, answerSchema)`
      WITH hits AS MATERIALIZED (
        SELECT member_id, sort_key, facets FROM search_members(${terms}::text[], ${maxHits}::int, ${sounds}::text[])),
      own AS MATERIALIZED (${ownCareer}),
      overlapping AS MATERIALIZED (
        SELECT p.member_id FROM ${findableProfiles} JOIN hits ON hits.member_id = p.member_id CROSS JOIN own
          WHERE p.company_id = ${companyId}::uuid AND hits.facets && ${sharedFacets}
            AND careers_overlap(own.department, own.joined_on, own.left_on, own.positions, p.department, p.joined_on, p.left_on, p.positions)),
      talked AS MATERIALIZED (
        SELECT other.member_id, t.last_message_at FROM chat_threads t
          JOIN chat_participants other ON other.company_id = t.company_id AND other.thread_id = t.id
          WHERE t.company_id = ${companyId}::uuid AND t.kind = 'DIRECT' AND t.last_number > 0
            AND other.member_id <> ${memberId}::uuid),
      named AS MATERIALIZED (
        SELECT members_by_surname(ARRAY(SELECT member_id FROM hits), ${terms}::text[]) AS member_id),
      ranked AS (
        SELECT h.member_id, row_number() OVER (ORDER BY talked.last_message_at DESC NULLS LAST,
            o.member_id IS NULL, named.member_id IS NULL, h.sort_key COLLATE "C", h.member_id) AS place
          FROM hits h LEFT JOIN talked ON talked.member_id = h.member_id LEFT JOIN overlapping o ON o.member_id = h.member_id
            LEFT JOIN named ON named.member_id = h.member_id)
      SELECT (SELECT count(*)::int FROM hits) AS total,
        ARRAY(SELECT member_id FROM ranked WHERE place <= ${maxPeople} ORDER BY place) AS ids`;
    const cards = await findCards(tx, ids);
    return { people: ids.flatMap((id) => cards.get(id) ?? []), total, atLeast: total === maxHits };
  });
}

// Whoever overlaps has one of them; what they show is looked at for no others, who may be thousands.
const sharedFacets = Prisma.sql`(SELECT departments_of(o) || joined_with(o) FROM own_profile() o)`;

const answerSchema = z.object({ total: z.int(), ids: z.array(z.uuid()) });
