import "server-only";
import { z } from "zod";
import { type Looks, type looksSchema, matters } from "#lib/audit/schema.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

const pageSize = 20;

/** As readLooks, of the viewer, 20 a page. */
export async function listLooks(viewer: Viewer, asked: z.output<typeof looksSchema> = {}): Promise<Looks> {
  return readAs(viewer, (tx) => readLooks(tx, viewer, { ...asked, most: pageSize }));
}

/**
 * Who of HR has looked at what of the transaction's member that others do not see, the newest first, `most` a page. Whom the member does not find, be it
 * for a block, stands there without a name.
 */
export async function readLooks(
  tx: ReadTx,
  { companyId, memberId }: Pick<Viewer, "companyId" | "memberId">,
  { before, most }: z.output<typeof looksSchema> & { most: number },
): Promise<Looks> {
  const rows = await sqlRows(tx, lookRow)`
    SELECT e.id, e.at, e.matter, e.actor_id, findable_by_caller(e.actor_id) OR meets_caller(e.actor_id) AS named FROM audit_entries e
      WHERE e.company_id = ${companyId}::uuid AND e.subject_id = ${memberId}::uuid
        AND ${before ? Prisma.sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : Prisma.sql`true`}
      ORDER BY e.at DESC, e.id DESC LIMIT ${Prisma.raw(String(most + 1))}`;
  const shown = rows.slice(0, most);
  const named = shown.flatMap(({ actorId, named }) => (actorId && named ? [actorId] : []));
  const cards = await findCards(tx, [...new Set(named)]);
  const last = rows.length > most ? shown.at(-1) : undefined;
  return { looks: shown.map(toLook), next: last ? `${last.at.toISOString()}~${last.id}` : null };

  function toLook({ id, at, matter, actorId }: z.output<typeof lookRow>): Looks["looks"][number] {
    const card = actorId ? cards.get(actorId) : undefined;
    const by = card ? { name: card.displayName } : actorId ? "hr" : "former";
    return { id, at: at.toISOString(), matter, by };
  }
}

const lookRow = z.object({
  id: z.uuid(),
  at: z.coerce.date(),
  matter: z.enum(matters),
  actorId: z.uuid().nullable(),
  named: z.boolean().nullable(),
});
