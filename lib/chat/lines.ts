import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { lineRow, toLine } from "#lib/chat/line-row.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

/** In the order of their numbers or of their changes, the other way round, and how many at most; each a statement of its own. */
type Order = "number" | "number DESC" | "revision";

/**
 * Lines of a thread as the viewer's screen takes them, each with what it quotes as it is now. `range` is a condition on them as `m`;
 * of a thread that is not the viewer's there are none. In a group those of whom the viewer blocked are folded, but with `unfolded`.
 */
export async function listLines(
  tx: ReadTx,
  { companyId }: Viewer,
  threadId: string,
  {
    range,
    order,
    max,
    unfolded = false,
  }: { range: Prisma.Sql; order: Order; max: number; unfolded?: boolean },
): Promise<ChatLine[]> {
  const ordered = Prisma.raw(`m.${order}`);
  // What stands beside the lines is read once for all of them: most have neither, and looking for each would be most of the work.
  const rows = await sqlRows(tx, lineRow)`
    WITH folds AS MATERIALIZED (SELECT CASE WHEN ${unfolded} THEN '{}' ELSE folded_in(${threadId}::uuid) END AS ids),
    page AS MATERIALIZED (
      SELECT * FROM chat_messages m WHERE m.company_id = ${companyId}::uuid AND m.thread_id = ${threadId}::uuid AND ${range}
        ORDER BY ${ordered} LIMIT ${Prisma.raw(String(max))}),
    beside AS MATERIALIZED (SELECT * FROM beside_lines(${threadId}::uuid, ARRAY(SELECT number FROM page)))
    SELECT m.thread_id, m.number, m.revision, m.id, m.author_id, m.client_id, m.text, m.sent_at, m.edited_at,
      m.deleted_at IS NOT NULL AS deleted, CASE m.kind WHEN 'NOTICE' THEN m.notice END AS notice, m.mentions,
      m.author_id = ANY (folds.ids) AS folded, CASE m.kind WHEN 'NOTICE' THEN folds.ids END AS blocked,
      beside.reactions, beside.files,
      CASE WHEN m.quoted_number IS NOT NULL THEN (SELECT json_build_object('number', q.number, 'authorId', q.author_id,
          'text', left(q.text, 200), 'deleted', q.deleted_at IS NOT NULL, 'folded', q.author_id = ANY (folds.ids), 'files', (SELECT count(*) FROM chat_files c
            WHERE c.company_id = q.company_id AND c.thread_id = q.thread_id AND c.number = q.number))
        FROM chat_messages q
        WHERE q.company_id = m.company_id AND q.thread_id = m.thread_id AND q.number = m.quoted_number) END AS quote
    FROM page m CROSS JOIN folds LEFT JOIN beside ON beside.number = m.number
    ORDER BY ${ordered}`;
  return rows.map(toLine);
}
