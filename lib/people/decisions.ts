import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { viewerKindOf } from "#lib/people/audiences.ts";
import { findCards } from "#lib/people/cards.ts";
import type { decidedCorrectionSchema } from "#lib/people/correction-input.ts";
import { correctionColumns, correctionRow } from "#lib/people/corrections.ts";
import { type AskedCorrection, memberIdSchema } from "#lib/people/schema.ts";
import { putCorrectedSearchDocs } from "#lib/people/search-docs.ts";
import { publish } from "#lib/publish.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const maxWaiting = 200;
const maxDecided = 30;

/**
 * For HR: the corrections that wait, those first that wait longest, 200 at most, and the last 30 that were decided, the newest first. Throws
 * NotFound for anybody else.
 */
export async function listCorrections(
  viewer: Viewer,
): Promise<{ waiting: AskedCorrection[]; decided: AskedCorrection[] }> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  return readAs(viewer, async (tx) => {
    const [waiting, decided] = await Promise.all([
      sqlRows(tx, askedRow)`SELECT ${askedColumns} FROM corrections c
        WHERE c.company_id = ${viewer.companyId}::uuid AND c.status = 'WAITING' ORDER BY c.asked_at, c.id LIMIT ${limit(maxWaiting)}`,
      sqlRows(tx, askedRow)`SELECT ${askedColumns} FROM corrections c
        WHERE c.company_id = ${viewer.companyId}::uuid AND c.status <> 'WAITING' ORDER BY c.decided_at DESC, c.id LIMIT ${limit(maxDecided)}`,
    ]);
    const all = await withPeople(tx, [...waiting, ...decided]);
    return {
      waiting: all.filter(({ status }) => status === "WAITING"),
      decided: all.filter(({ status }) => status !== "WAITING"),
    };
  });
}

/** For HR: how many corrections wait; for anybody else none do. */
export function countCorrections(viewer: Viewer): Promise<number> {
  return readAs(viewer, async (tx) => {
    // Every page would ask, and for most there is nothing.
    if (viewerKindOf(viewer) !== "HR") return 0;
    return sqlValue(
      tx,
      z.int(),
    )`SELECT count(*)::int FROM corrections c WHERE c.company_id = ${viewer.companyId}::uuid AND c.status = 'WAITING' AND ${asHr}`;
  });
}

/** For HR: those of one member that wait. For anybody else, and of nobody, there are none. */
export async function listCorrectionsOf(viewer: Viewer, memberId: string): Promise<AskedCorrection[]> {
  if (!memberIdSchema.safeParse(memberId).success) return [];
  return readAs(viewer, async (tx) => {
    if (viewerKindOf(viewer) !== "HR") return [];
    const rows = await sqlRows(tx, askedRow)`SELECT ${askedColumns} FROM corrections c
      WHERE c.company_id = ${viewer.companyId}::uuid AND c.member_id = ${memberId}::uuid AND c.status = 'WAITING' AND ${asHr} ORDER BY c.asked_at, c.id`;
    return rows.length > 0 ? withPeople(tx, rows) : [];
  });
}

/**
 * For HR: records what a correction says, or declines it with a word, and says what came of it: "decided"; "gone" where it waits no more, since
 * somebody was first, or it was written anew; "own" where somebody else has to decide; "order" where the member would have left before they
 * came. Throws NotFound for anybody else.
 */
export async function decideCorrection(
  viewer: Viewer,
  { id, confirm, answer }: z.output<typeof decidedCorrectionSchema>,
): Promise<Decision> {
  requireRole(viewer, "HR_ADMIN", "OWNER");
  return withViewer(viewer, async (tx) => {
    const outcome = await sqlValue(
      tx,
      decisionSchema,
    )`SELECT decide_correction(${id}::uuid, ${confirm}::boolean, ${answer})`;
    if (outcome !== "decided") return outcome;
    if (confirm) await putCorrectedSearchDocs(tx, id);
    await tellDecided(tx, viewer.companyId, id);
    return outcome;
  });
}

const decisionSchema = z.enum(["decided", "gone", "own", "order"]);
type Decision = z.infer<typeof decisionSchema>;

async function tellDecided(tx: Tx, companyId: string, id: string): Promise<void> {
  const memberId = await sqlValue(
    tx,
    z.uuid(),
  )`SELECT member_id FROM corrections WHERE company_id = ${companyId}::uuid AND id = ${id}::uuid`;
  await publish(tx, { type: "correction:changed", companyId, memberId });
}

/** One sees one's own too, and that is not for the desk. */
const asHr = Prisma.sql`(SELECT app_role()) IN ('HR_ADMIN', 'OWNER')`;

const askedRow = correctionRow.extend({
  memberId: z.uuid(),
  decidedById: z.uuid().nullable(),
  decides: z.boolean(),
});
const askedColumns = Prisma.sql`${correctionColumns}, c.member_id, c.decided_by_id, decides_about(c.member_id) AS decides`;

async function withPeople(tx: ReadTx, rows: z.output<typeof askedRow>[]): Promise<AskedCorrection[]> {
  const cards = await findCards(tx, [
    ...new Set(rows.flatMap(({ memberId, decidedById }) => [memberId, decidedById ?? []].flat())),
  ]);
  return rows.flatMap(({ memberId, decidedById, ...row }) => {
    const person = cards.get(memberId);
    const decidedBy = decidedById ? (cards.get(decidedById)?.displayName ?? null) : null;
    return person ? { ...row, person, decidedBy } : [];
  });
}

function limit(rows: number): Prisma.Sql {
  return Prisma.raw(String(rows));
}
