import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid } from "#lib/errors.ts";
import { sqlRows } from "#lib/sql.ts";
import { askedOf } from "./asked.ts";
import { requireHr } from "./hr.ts";
import { maxMatching, maxTags } from "./list-policy.ts";
import type { GroundOf, Selection } from "./record-input.ts";
import { grounds } from "./schema.ts";

type Of = { of: Selection };

/**
 * Gives leavers a tag, or takes it from them; who has 20 already gets no more. Returns those whose record changed. Throws Invalid where by now others than HR
 * was told of match, and NotFound for who is not of HR.
 */
export function tagLeavers(
  viewer: Viewer,
  { of, tag, on }: Of & { tag: string; on: boolean },
  today: string,
): Promise<string[]> {
  return change(viewer, of, today, async (tx, ids) => {
    const rows = on
      ? await sqlRows(tx, idRow)`
        UPDATE leavers SET tags = array_append(tags, ${tag}::text), version = version + 1, changed_at = now() WHERE company_id = (SELECT app_company_id())
          AND id = ANY (${ids}::uuid[]) AND NOT ${tag} = ANY (tags) AND cardinality(tags) < ${maxTags}::int RETURNING id`
      : await sqlRows(tx, idRow)`
        UPDATE leavers SET tags = array_remove(tags, ${tag}), version = version + 1, changed_at = now() WHERE company_id = (SELECT app_company_id())
          AND id = ANY (${ids}::uuid[]) AND ${tag} = ANY (tags) RETURNING id`;
    return rows.map(({ id }) => id);
  });
}

const idRow = z.object({ id: z.uuid() });

/** A ground with all of whom it was recorded. */
type GroundBefore = GroundOf & { ids: string[] };

/** Records on what ground HR keeps leavers; null for none. Returns what was recorded before of those whose record changed. Throws as `tagLeavers`. */
export function groundLeavers(
  viewer: Viewer,
  { of, ground }: Of & { ground: GroundOf },
  today: string,
): Promise<GroundBefore[]> {
  return change(viewer, of, today, (tx, ids) => putGround(tx, ids, ground));
}

/** Records grounds as they were before `set`, of those of whom nobody has recorded another since. Throws NotFound for who is not of HR. */
export async function restoreGrounds(
  viewer: Viewer,
  { before, set }: { before: GroundBefore[]; set: GroundOf },
): Promise<void> {
  requireHr(viewer);
  await withViewer(viewer, async (tx) => {
    for (const { ids, ...ground } of before) await putGround(tx, ids, ground, set);
  });
}

const beforeRow = z.object({
  ground: z.enum(grounds).nullable(),
  groundOn: z.string().nullable(),
  groundDocument: z.string().nullable(),
  ids: z.array(z.uuid()),
});

async function putGround(
  tx: Tx,
  ids: string[],
  { ground, groundOn, groundDocument }: GroundOf,
  over?: GroundOf,
): Promise<GroundBefore[]> {
  // Before the rows are held: an import that is being written holds the records first, too.
  await tx.$executeRaw`SELECT wait_for_imports()`;
  return sqlRows(tx, beforeRow)`
    WITH was AS (SELECT id, ground, ground_on, ground_document FROM leavers WHERE company_id = (SELECT app_company_id()) AND id = ANY (${ids}::uuid[])
        AND (ground, ground_on, ground_document) IS DISTINCT FROM (${ground}::"LeaverGround", ${groundOn}::date, ${groundDocument})
        AND (${over === undefined} OR (ground, ground_on, ground_document) IS NOT DISTINCT FROM
          (${over?.ground ?? null}::"LeaverGround", ${over?.groundOn ?? null}::date, ${over?.groundDocument ?? null}::text)) ORDER BY id FOR UPDATE),
      changed AS (UPDATE leavers l SET ground = ${ground}::"LeaverGround", ground_on = ${groundOn}::date, ground_document = ${groundDocument},
          version = version + 1, changed_at = now() FROM was WHERE l.company_id = (SELECT app_company_id()) AND l.id = was.id)
    SELECT ground, ground_on::text, ground_document, array_agg(id) AS ids FROM was GROUP BY 1, 2, 3`;
}

/** Erases leavers, for good, but for those who are members: their record goes when they leave. Returns how many. Throws as `tagLeavers`. */
export function eraseLeavers(viewer: Viewer, { of }: Of, today: string): Promise<number> {
  return change(viewer, of, today, async (tx, ids) => {
    const { count } = await tx.leaver.deleteMany({
      where: { companyId: viewer.companyId, id: { in: ids }, memberId: null },
    });
    return count;
  });
}

async function change<T>(
  viewer: Viewer,
  of: Selection,
  today: string,
  work: (tx: Tx, ids: string[]) => Promise<T>,
): Promise<T> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => work(tx, await findSelected(tx, of, today)));
}

/** Whom a selection means, for HR. Of all who match there have to be as many as HR was told, else Invalid. */
export async function findSelected(tx: Tx, of: Selection, today: string): Promise<string[]> {
  if ("ids" in of) return of.ids;
  const asked = askedOf(of.query, today);
  const found = asked
    ? await sqlRows(
        tx,
        idRow,
      )`SELECT id FROM leavers_matching(${JSON.stringify(asked)}::jsonb, ${maxMatching + 1}::int) AS id`
    : [];
  if (found.length !== of.count) throw new Invalid({ count: "changed" });
  return found.map(({ id }) => id);
}
