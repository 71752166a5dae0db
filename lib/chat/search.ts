import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { excerptOf } from "#lib/chat/excerpts.ts";
import type { searchMessagesSchema } from "#lib/chat/input.ts";
import type { MessageHit, MessageHits } from "#lib/chat/schema.ts";
import { findThreadNames } from "#lib/chat/thread-list.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import { queryTerms } from "#lib/people/search-text.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

const pageSize = 20;

/**
 * Messages that hold every word of `q`, in the viewer's threads or in one of them, the newest first, 20 a page; none for no words.
 * Deleted ones, folded ones and notices are never found. Throws NotFound for a thread that is not the viewer's.
 */
export async function searchMessages(
  viewer: Viewer,
  { q, threadId, before }: z.output<typeof searchMessagesSchema>,
): Promise<MessageHits> {
  const terms = queryTerms(q);
  return readAs(viewer, async (tx) => {
    if (threadId !== undefined) await requireThread(tx, viewer, threadId);
    if (terms.length === 0) return { hits: [], more: false };
    const found = await sqlRows(tx, rowSchema)`
      SELECT m.id, m.thread_id, m.number, m.author_id, m.sent_at, m.text FROM chat_messages m
      WHERE m.company_id = ${viewer.companyId}::uuid AND m.kind = 'TEXT' AND m.deleted_at IS NULL AND NOT ${folded}
        AND m.folded LIKE ALL (${terms.map(patternOf)}::text[]) AND ${within(threadId)} AND ${past(before)}
      ORDER BY m.sent_at DESC, m.id DESC LIMIT ${Prisma.raw(String(pageSize + 1))}`;
    const hits = await toHits(tx, found.slice(0, pageSize), terms);
    return { hits, more: found.length > pageSize };
  });
}

const rowSchema = z.object({
  id: z.uuid(),
  threadId: z.uuid(),
  number: z.int(),
  authorId: z.uuid(),
  sentAt: z.coerce.date(),
  text: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/** In a group, of somebody whom the viewer blocked. */
const folded = Prisma.sql`(m.author_id = ANY ((SELECT blocked_by_caller())::uuid[]) AND EXISTS (SELECT FROM chat_threads t
  WHERE t.company_id = m.company_id AND t.id = m.thread_id AND t.direct_key IS NULL))`;

function patternOf(term: string): string {
  return `%${term.replace(/[\\%_]/g, "\\$&")}%`;
}

function within(threadId: string | undefined): Prisma.Sql {
  // Named, so that their lines are looked up, and not all of the company's.
  return threadId
    ? Prisma.sql`m.thread_id = ${threadId}::uuid`
    : Prisma.sql`m.thread_id = ANY (ARRAY(SELECT readable_threads()))`;
}

function past(before: z.output<typeof searchMessagesSchema>["before"]): Prisma.Sql {
  if (!before) return Prisma.sql`true`;
  return Prisma.sql`(m.sent_at, m.id) < (${before.sentAt}::timestamptz, ${before.id}::uuid)`;
}

async function toHits(tx: ReadTx, rows: Row[], terms: string[]): Promise<MessageHit[]> {
  const [cards, threads] = await Promise.all([
    findCards(tx, [...new Set(rows.map(({ authorId }) => authorId))]),
    findThreadNames(tx, [...new Set(rows.map(({ threadId }) => threadId))]),
  ]);
  return rows.flatMap(({ id, threadId, number, authorId, sentAt, text }) => {
    const author = cards.get(authorId) ?? null;
    const thread = threads.get(threadId);
    if (!thread) return [];
    const place = { threadId, kind: thread.kind, threadName: thread.name, number };
    return [{ id, ...place, author, sentAt: sentAt.toISOString(), excerpt: excerptOf(text, terms) }];
  });
}
