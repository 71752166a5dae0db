import "server-only";
import { z } from "zod";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { log } from "#lib/log.ts";
import { askedOf } from "#lib/people/asked.ts";
import { directoryQuerySchema, parametersOf } from "#lib/people/directory-query.ts";
import { maxWatched } from "#lib/people/policy.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const maxAtOnce = 50;

/**
 * Looks at the searches of all companies that are to tell of whom they find anew (prisma/sql/people/search-news.sql), each with its member's eyes and
 * once, however many workers there are. Returns at how many. A failure is logged, and looked at again some minutes later.
 */
export async function lookAtSearches(): Promise<number> {
  let looked = 0;
  for (let claimed = maxAtOnce; claimed === maxAtOnce; looked += claimed) {
    const searches = await withScope(
      everyCompany,
      (tx) => sqlRows(tx, claimSchema)`SELECT * FROM claim_searches(${maxAtOnce}::int)`,
    );
    for (const search of searches) await lookAt(search);
    claimed = searches.length;
  }
  return looked;
}

const claimSchema = z.object({ companyId: z.uuid(), memberId: z.uuid(), id: z.uuid(), query: z.string() });

async function lookAt({ companyId, memberId, id, query }: z.output<typeof claimSchema>): Promise<void> {
  try {
    await withScope(everyCompany, async (tx) => {
      if (await enterMember(tx, companyId, memberId)) await lookAtSearch(tx, { id, query });
    });
  } catch (err) {
    log.error("a saved search could not be looked at", { companyId, memberId, err });
  }
}

type Search = { id: string; query: string };

/** Puts a transaction over all companies into the scope of one member as they are now; false, and no change, where they may not be here. */
export function enterMember(tx: Tx, companyId: string, memberId: string): Promise<boolean> {
  return sqlValue(tx, z.boolean())`SELECT enter_member(${companyId}::uuid, ${memberId}::uuid)`;
}

/** Whom a search of the transaction's member finds by now counts as found, if it is to tell of whom it finds anew. */
export async function lookAtSearch(tx: Tx, { id, query }: Search): Promise<void> {
  const asked = askedFor(query);
  if (asked) await tx.$executeRaw`SELECT look_at_search(${id}::uuid, ${maxWatched}::int, ${asked})`;
}

/** Those whom a search of the transaction's member found anew since it was opened, and whom they find now, the newest first. */
export async function findSearchNews(tx: ReadTx, { id, query }: Search): Promise<string[]> {
  const asked = askedFor(query);
  if (!asked) return [];
  const rows = await sqlRows(
    tx,
    newsRow,
  )`SELECT search_news AS id FROM search_news(${id}::uuid, false, ${maxWatched}::int, ${asked})`;
  return rows.map((row) => row.id);
}

/** As findSearchNews, of whom the member was not told before: they are told now. */
export async function tellSearchNews(tx: Tx, { id, query }: Search): Promise<string[]> {
  const asked = askedFor(query);
  if (!asked) return [];
  const rows = await sqlRows(
    tx,
    newsRow,
  )`SELECT tell_search_news AS id FROM tell_search_news(${id}::uuid, ${maxWatched}::int, ${asked})`;
  return rows.map((row) => row.id);
}

const newsRow = z.object({ id: z.uuid() });

/** What a saved search asks, as the arguments that search_members takes; null where it finds nobody. */
function askedFor(query: string): Prisma.Sql | null {
  const parameters = parametersOf(new URLSearchParams(query));
  const { terms, sounds, kind, lines, together, findsNobody } = askedOf(
    directoryQuerySchema.parse(parameters),
  );
  if (findsNobody) return null;
  return Prisma.sql`${terms}::text[], ${sounds}::text[], ${kind}::"MemberKind", ${lines}::text[], ${together}::boolean`;
}
