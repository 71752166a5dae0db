import { z } from "zod";
import { foldedAuthor, withoutNamed } from "#lib/chat/folds.ts";
import { quotedText } from "#lib/chat/policy.ts";
import { type ChatLine, chatFileSchema, noticeSchema, type Quote, type Reaction } from "#lib/chat/schema.ts";

// In the order of a line that was just sent: the same line is the same text.
export const lineRow = z.object({
  threadId: z.uuid(),
  number: z.int(),
  revision: z.int(),
  id: z.uuid(),
  authorId: z.uuid(),
  clientId: z.uuid(),
  text: z.string(),
  sentAt: z.coerce.date(),
  editedAt: z.coerce.date().nullable(),
  deleted: z.boolean(),
  notice: noticeSchema.nullable(),
  folded: z.boolean(),
  blocked: z.array(z.uuid()).nullable(),
  quote: z
    .object({
      number: z.int(),
      authorId: z.uuid(),
      text: z.string(),
      deleted: z.boolean(),
      folded: z.boolean(),
      files: z.int(),
    })
    .nullable(),
  mentions: z.array(z.uuid()),
  reactions: z.array(z.object({ emoji: z.string(), memberId: z.uuid() })).nullable(),
  files: z.array(chatFileSchema).nullable(),
});

/** A line as the viewer's screen takes it. */
export function toLine({ folded, blocked, ...row }: z.output<typeof lineRow>): ChatLine {
  const line = {
    ...row,
    sentAt: row.sentAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    notice: row.notice && withoutNamed(row.notice, blocked ?? []),
    quote: row.deleted || !row.quote ? null : toQuote(row.quote),
    reactions: row.deleted ? [] : toReactions(row.reactions ?? []),
    files: row.files ?? [],
  };
  return folded || (row.notice && !line.notice) ? foldLine(line, row.notice !== null) : line;
}

/** Its place in the thread, and nothing else of it. What happened to the thread is not shown on request either. */
function foldLine(line: ChatLine, isNotice: boolean): ChatLine {
  const nothing = {
    text: "",
    editedAt: null,
    notice: null,
    quote: null,
    mentions: [],
    reactions: [],
    files: [],
  };
  return { ...line, ...nothing, authorId: foldedAuthor, deleted: line.deleted || isNotice };
}

function toQuote({ folded, ...quote }: Quote & { folded: boolean }): Quote {
  if (folded) return { ...quote, authorId: foldedAuthor, text: "", deleted: false, files: 0 };
  return { ...quote, text: quotedText(quote.text) };
}

function toReactions(rows: { emoji: string; memberId: string }[]): Reaction[] {
  const byEmoji = Map.groupBy(rows, ({ emoji }) => emoji);
  return [...byEmoji].map(([emoji, found]) => ({ emoji, memberIds: found.map(({ memberId }) => memberId) }));
}
