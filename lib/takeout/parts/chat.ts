import "server-only";
import { z } from "zod";
import { readChatPreferences } from "#lib/chat/preferences.ts";
import { findThreadNames } from "#lib/chat/thread-list.ts";
import type { Tx } from "#lib/db.ts";
import { findCards } from "#lib/people/cards.ts";
import { sqlRows } from "#lib/sql.ts";
import { type Member, type Part, type Row, time, wholePart } from "#lib/takeout/part.ts";

const placeRow = z.object({
  threadId: z.uuid(),
  state: z.string(),
  role: z.string(),
  joinedAt: time,
  readNumber: z.int().nullable(),
  muted: z.boolean().nullable(),
  pinnedAt: time.nullable(),
  archivedAt: time.nullable(),
});
const { threadId: _, ...placed } = placeRow.shape;
export const conversations = wholePart(
  "conversations",
  ["conversationId", "conversation", "kind", ...Object.keys(placed)],
  async (tx, member) => {
    const places = await sqlRows(tx, placeRow)`
      SELECT p.thread_id, p.state, p.role, p.joined_at, c.read_number, c.muted, c.pinned_at, c.archived_at FROM chat_participants p
        LEFT JOIN chat_places c ON c.company_id = p.company_id AND c.thread_id = p.thread_id AND c.member_id = p.member_id
        WHERE p.company_id = ${member.companyId}::uuid AND p.member_id = ${member.memberId}::uuid ORDER BY p.joined_at, p.thread_id`;
    const stand = await standing(tx, member, places);
    return places.map(({ threadId, ...place }) => {
      const { conversationId, conversation, kind } = stand(threadId);
      return { conversationId, conversation, kind, ...place };
    });
  },
);

const pageSize = 2_000;
const firstId = "00000000-0000-0000-0000-000000000000";

const lineRow = z.object({
  threadId: z.uuid(),
  number: z.int(),
  text: z.string(),
  sentAt: time,
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
});
export const messages: Part = {
  name: "messages",
  columns: ["conversationId", "conversation", "number", "sentAt", "editedAt", "deletedAt", "text"],
  async read(tx, member, after) {
    const [thread = firstId, number = 0] = after ?? [];
    const lines = await sqlRows(
      tx,
      lineRow,
    )`SELECT * FROM own_lines(${thread}::uuid, ${number}::int, ${pageSize}::int)`;
    const stand = await standing(tx, member, lines);
    const last = lines.at(-1);
    return {
      rows: lines.map(({ threadId, sentAt, editedAt, deletedAt, text, ...line }) => ({
        ...placeOf(stand(threadId), line.number),
        sentAt,
        editedAt,
        deletedAt,
        text,
      })),
      next: lines.length === pageSize && last ? [last.threadId, last.number] : null,
    };
  },
};

const reactionRow = z.object({ threadId: z.uuid(), number: z.int(), emoji: z.string(), createdAt: time });
export const reactions: Part = {
  name: "reactions",
  columns: ["conversationId", "conversation", "number", "emoji", "createdAt"],
  async read(tx, member, after) {
    const [thread = firstId, number = 0, emoji = ""] = after ?? [];
    const given = await sqlRows(tx, reactionRow)`
      SELECT * FROM own_line_reactions(${thread}::uuid, ${number}::int, ${emoji}, ${pageSize}::int)`;
    const stand = await standing(tx, member, given);
    const last = given.at(-1);
    return {
      rows: given.map(({ threadId, emoji, createdAt, ...one }) => ({
        ...placeOf(stand(threadId), one.number),
        emoji,
        createdAt,
      })),
      next: given.length === pageSize && last ? [last.threadId, last.number, last.emoji] : null,
    };
  },
};

type Standing = { conversationId: string | null; conversation: string | null; kind: string | null };
const unseen: Standing = { conversationId: null, conversation: null, kind: null };

/** What the member sees of the conversations of these rows now: of one that they cannot open, nothing. */
export async function standing(
  tx: Tx,
  member: Member,
  rows: readonly { threadId: string | null }[],
): Promise<(threadId: string | null) => Standing> {
  const ids = [...new Set(rows.flatMap(({ threadId }) => threadId ?? []))];
  const names = await findThreadNames(tx, member, ids);
  return (threadId) => {
    const found = threadId === null ? undefined : names.get(threadId);
    return found ? { conversationId: threadId, conversation: found.name, kind: found.kind } : unseen;
  };
}

/** Where something stands; the number of a line only where it can be opened. */
export function placeOf({ conversationId, conversation }: Standing, number: number | null): Row {
  return { conversationId, conversation, number: conversationId && number };
}

export const blocks = wholePart("blocks", ["blockedAt", "name"], async (tx, { companyId, memberId }) => {
  const set = await tx.chatBlock.findMany({
    where: { companyId, blockerId: memberId },
    orderBy: [{ createdAt: "asc" }, { blockedId: "asc" }],
  });
  const cards = await findCards(
    tx,
    set.map(({ blockedId }) => blockedId),
  );
  return set.map(({ createdAt, blockedId }) => ({
    blockedAt: createdAt.toISOString(),
    name: cards.get(blockedId)?.displayName ?? null,
  }));
});

export const preferences = wholePart(
  "preferences",
  ["shareReads", "showOnline", "mailAfterMinutes", "mailContent", "pushContent"],
  async (tx, member) => {
    const { shareReads, showOnline, mailAfterMinutes, mailContent, pushContent } = await readChatPreferences(
      tx,
      member,
    );
    return [{ shareReads, showOnline, mailAfterMinutes, mailContent, pushContent }];
  },
);
