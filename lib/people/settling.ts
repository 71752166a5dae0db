import "server-only";
import { z } from "zod";
import { DatabaseAway } from "#lib/database-away.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { log } from "#lib/log.ts";
import { fieldWordsSchema } from "#lib/people/field-texts.ts";
import { textsOf } from "#lib/people/search-docs.ts";
import { columnsOf, profileRow } from "#lib/people/visible.ts";
import { sqlRows } from "#lib/sql.ts";

const batchSize = 200;

/**
 * Lets what people are found by follow the fields that HR has changed, in all companies, 200 people in a transaction; it ends when none is left or when
 * `signal` aborts, and goes on from there next time. However many workers there are, each field is with one. Returns with how many people.
 */
export async function settleFields(signal?: AbortSignal): Promise<number> {
  let settled = 0;
  while (!signal?.aborted) {
    const place: Place = {};
    try {
      const people = await withScope(everyCompany, (tx) => settleBatch(tx, place));
      if (people === null) return settled;
      settled += people;
    } catch (error) {
      const { claimed } = place;
      if (!claimed || error instanceof DatabaseAway) throw error;
      log.error("what people are found by could not follow a field", { part: "fields", err: error });
      await withScope(
        everyCompany,
        (tx) => tx.$executeRaw`SELECT put_off_stale_field(${claimed.companyId}::uuid, ${claimed.id}::uuid)`,
      );
    }
  }
  return settled;
}

/** The field that is being settled, for who has to put it off. */
type Place = { claimed?: { companyId: string; id: string } };

/** How many people, or null where no field waits. */
async function settleBatch(tx: Tx, place: Place): Promise<number | null> {
  const [field] = await sqlRows(tx, claimRow)`SELECT * FROM claim_stale_field()`;
  if (!field) return null;
  const { companyId, id, fields } = field;
  place.claimed = { companyId, id };
  const settled = await sqlRows(tx, memberRow)`
    SELECT settle_answers AS member_id FROM settle_answers(${companyId}::uuid, ${id}::uuid, ${batchSize}::int)`;
  const people = settled.map(({ memberId }) => memberId);
  if (people.length === 0) return 0;
  for (const kind of Object.values(ViewerKind)) {
    const seen = await sqlRows(tx, seenRow)`
      SELECT member_id, ${columnsOf(profileRow)} FROM profiles_to_settle(${companyId}::uuid, ${people}::uuid[], ${kind}::"ViewerKind")`;
    const texts = seen.map(({ memberId, ...row }) => {
      const [doc, facets] = textsOf(row, fields);
      return { memberId, doc, facets };
    });
    await tx.$executeRaw`SELECT put_settled_search_docs(${companyId}::uuid, ${kind}::"ViewerKind", ${JSON.stringify(texts)}::jsonb)`;
  }
  return people.length;
}

const claimRow = z.object({ companyId: z.uuid(), id: z.uuid(), fields: z.array(fieldWordsSchema) });
const memberRow = z.object({ memberId: z.uuid() });
const seenRow = profileRow.extend({ memberId: z.uuid() });
