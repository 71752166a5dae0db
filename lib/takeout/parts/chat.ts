import "server-only";
import { z } from "zod";
import { sqlRows } from "#lib/sql.ts";
import { type Part, time, wholePart } from "#lib/takeout/part.ts";
import { placeOf, standing } from "#lib/takeout/places.ts";

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
    const stand = await standing(tx, places);
    return places.map(({ threadId, ...place }) => {
      const { conversationId, conversation, kind } = stand(threadId);
      return { conversationId, conversation, kind, ...place };
    });
  },
  { kind: "ChatThreadKind", state: "ParticipantState", role: "ParticipantRole" },
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
  async read(tx, _, after) {
    const [thread = firstId, number = 0] = after ?? [];
    const lines = await sqlRows(
      tx,
      lineRow,
    )`SELECT * FROM own_lines(${thread}::uuid, ${number}::int, ${pageSize}::int)`;
    const stand = await standing(tx, lines);
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
  async read(tx, _, after) {
    const [thread = firstId, number = 0, emoji = ""] = after ?? [];
    const given = await sqlRows(tx, reactionRow)`
      SELECT * FROM own_line_reactions(${thread}::uuid, ${number}::int, ${emoji}, ${pageSize}::int)`;
    const stand = await standing(tx, given);
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
