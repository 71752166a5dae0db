import "server-only";
import { z } from "zod";
import { memberKinds, type Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Census } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const recentDays = 30;
const maxRecent = 1000;

/** How many active members the viewer's company has, and how many of them joined within the last 30 days; of these 1,000 at most. */
export async function countMembers(viewer: Viewer): Promise<Census> {
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const [listed, joinedRecently] = await Promise.all([
      sqlRows(
        tx,
        countSchema.omit({ initial: true }),
      )`SELECT kind, sum(people)::int AS people FROM directory_counts
        WHERE company_id = ${companyId}::uuid GROUP BY kind`,
      countRecent(tx, companyId),
    ]);
    const of = (kind: Viewer["kind"]) => listed.find((one) => one.kind === kind)?.people ?? 0;
    return {
      alumni: of("ALUMNUS"),
      employees: of("EMPLOYEE"),
      joinedRecently,
    };
  });
}

const countSchema = z.object({ kind: z.enum(memberKinds), initial: z.string(), people: z.int() });

/** How many people the directory lists, by kind and by the initial of their sort keys, in the order of these. */
export function countListed(tx: ReadTx, companyId: string): Promise<z.infer<typeof countSchema>[]> {
  return sqlRows(tx, countSchema)`SELECT kind, initial, people FROM directory_counts
    WHERE company_id = ${companyId}::uuid AND people > 0 ORDER BY initial, kind`;
}

function countRecent(tx: ReadTx, companyId: string): Promise<number> {
  const since = new Date(Date.now() - recentDays * 24 * 60 * 60 * 1000);
  return sqlValue(tx, z.int())`SELECT count(*)::int FROM (
    SELECT FROM members WHERE company_id = ${companyId}::uuid AND status = 'ACTIVE' AND joined_at >= ${since}::timestamptz
      LIMIT ${Prisma.raw(String(maxRecent))}) recent`;
}
