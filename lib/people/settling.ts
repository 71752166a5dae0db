import "server-only";
import { z } from "zod";
import { DatabaseAway } from "#lib/database-away.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { log } from "#lib/log.ts";
import { type FieldWords, fieldWordsSchema } from "#lib/people/field-texts.ts";
import { textsOf } from "#lib/people/search-docs.ts";
import { columnsOf, profileRow } from "#lib/people/visible.ts";
import { sqlRows } from "#lib/sql.ts";

const batchSize = 200;
/** More at a time, since a facet's row of bits is written anew for each batch that changes it. */
const limitsBatchSize = 500;

/**
 * Lets what people are found by follow what HR has changed of fields and of who sees them at most, in all companies, some hundred people in a transaction; it ends when
 * none is left or when `signal` aborts, and goes on from there next time. However many workers there are, each change is with one. Returns with how many people.
 */
export async function settleFields(signal?: AbortSignal): Promise<number> {
  return (await settle(claimField, signal)) + (await settle(claimLimits, signal));
}

/** Something that people's texts have to follow: whose are next, and how it is put off. */
type Claimed = {
  companyId: string;
  fields: readonly FieldWords[];
  next: (tx: Tx) => Promise<{ memberId: string }[]>;
  putOff: (tx: Tx) => Promise<unknown>;
};
type Claim = (tx: Tx) => Promise<Claimed | null>;

async function claimField(tx: Tx): Promise<Claimed | null> {
  const [field] = await sqlRows(tx, fieldRow)`SELECT * FROM claim_stale_field()`;
  if (!field) return null;
  const { companyId, id, fields } = field;
  return {
    companyId,
    fields,
    next: (tx) => sqlRows(tx, memberRow)`
      SELECT settle_answers AS member_id FROM settle_answers(${companyId}::uuid, ${id}::uuid, ${batchSize}::int)`,
    putOff: (tx) => tx.$executeRaw`SELECT put_off_stale_field(${companyId}::uuid, ${id}::uuid)`,
  };
}

/** All limits of a company that wait are followed in one go. */
async function claimLimits(tx: Tx): Promise<Claimed | null> {
  const [limits] = await sqlRows(tx, limitsRow)`SELECT * FROM claim_stale_limits()`;
  if (!limits) return null;
  const { companyId, fields } = limits;
  return {
    companyId,
    fields,
    next: (tx) => sqlRows(tx, memberRow)`
      SELECT settle_limits AS member_id FROM settle_limits(${companyId}::uuid, ${limitsBatchSize}::int)`,
    putOff: (tx) => tx.$executeRaw`SELECT put_off_stale_limits(${companyId}::uuid)`,
  };
}

async function settle(claim: Claim, signal: AbortSignal | undefined): Promise<number> {
  let settled = 0;
  while (!signal?.aborted) {
    const place: Place = {};
    try {
      const people = await withScope(everyCompany, (tx) => settleBatch(tx, claim, place));
      if (people === null) return settled;
      settled += people;
    } catch (error) {
      const { claimed } = place;
      if (!claimed || error instanceof DatabaseAway) throw error;
      log.error("what people are found by could not follow a field", { part: "fields", err: error });
      await withScope(everyCompany, claimed.putOff);
    }
  }
  return settled;
}

/** What is being followed, for who has to put it off. */
type Place = { claimed?: Claimed };

/** How many people, or null where nothing waits. */
async function settleBatch(tx: Tx, claim: Claim, place: Place): Promise<number | null> {
  const claimed = await claim(tx);
  if (!claimed) return null;
  place.claimed = claimed;
  const { companyId, fields, next } = claimed;
  const people = (await next(tx)).map(({ memberId }) => memberId);
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

const limitsRow = z.object({ companyId: z.uuid(), fields: z.array(fieldWordsSchema) });
const fieldRow = limitsRow.extend({ id: z.uuid() });
const memberRow = z.object({ memberId: z.uuid() });
const seenRow = profileRow.extend({ memberId: z.uuid() });
