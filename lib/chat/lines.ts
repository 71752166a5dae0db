import "server-only";
import { quotedText } from "#lib/chat/policy.ts";
import type { ChatFile, ChatLine, Quote, Reaction } from "#lib/chat/schema.ts";
import { noticeSchema } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { factColumns } from "#lib/files/schema.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";

/** What a line is made of beside its own columns. */
export const lineParts = {
  reactions: { orderBy: [{ createdAt: "asc" }, { memberId: "asc" }] },
  files: { orderBy: { position: "asc" } },
} as const satisfies Prisma.ChatMessageInclude;

type LineRow = Prisma.ChatMessageGetPayload<{ include: typeof lineParts }>;

/** Lines of one thread as the viewer's screen takes them, in the order of the rows, with what they quote as it is now. */
export async function toLines(tx: Tx, rows: LineRow[]): Promise<ChatLine[]> {
  const quoted = await findQuoted(tx, rows);
  const files = await findFacts(tx, rows);
  return rows.map((row) => ({
    ...toLine(row, quoted.get(row.quotedNumber ?? 0) ?? null),
    files: row.files.flatMap(({ fileId }) => files.get(fileId) ?? []),
  }));
}

function toLine(row: LineRow, quote: Quote | null): Omit<ChatLine, "files"> {
  const deleted = row.deletedAt !== null;
  return {
    threadId: row.threadId,
    number: row.number,
    revision: row.revision,
    id: row.id,
    authorId: row.authorId,
    clientId: row.clientId,
    text: row.text,
    sentAt: row.sentAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted,
    notice: row.kind === "NOTICE" ? noticeSchema.parse(row.notice) : null,
    quote: deleted ? null : quote,
    mentions: row.mentions,
    reactions: deleted ? [] : toReactions(row.reactions),
  };
}

async function findQuoted(tx: Tx, rows: LineRow[]): Promise<Map<number, Quote>> {
  const [first] = rows;
  const numbers = rows.flatMap(({ quotedNumber }) => quotedNumber ?? []);
  if (!first || numbers.length === 0) return new Map();
  const { companyId, threadId } = first;
  const quoted = await tx.chatMessage.findMany({
    where: { companyId, threadId, number: { in: numbers } },
    select: {
      number: true,
      authorId: true,
      text: true,
      deletedAt: true,
      _count: { select: { files: true } },
    },
  });
  return new Map(
    quoted.map(({ number, authorId, text, deletedAt, _count }) => [
      number,
      {
        number,
        authorId,
        text: quotedText(text),
        deleted: deletedAt !== null,
        files: _count.files,
      },
    ]),
  );
}

// A query of its own, since Prisma would run it even when no line has a file.
async function findFacts(tx: Tx, rows: LineRow[]): Promise<Map<string, ChatFile>> {
  const ids = rows.flatMap(({ files }) => files.map(({ fileId }) => fileId));
  const [first] = rows;
  if (!first || ids.length === 0) return new Map();
  const facts = await tx.file.findMany({
    where: { companyId: first.companyId, id: { in: ids } },
    select: factColumns,
  });
  return new Map(facts.map((file) => [file.id, file]));
}

function toReactions(rows: LineRow["reactions"]): Reaction[] {
  const byEmoji = new Map<string, string[]>();
  for (const { emoji, memberId } of rows) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), memberId]);
  return [...byEmoji].map(([emoji, memberIds]) => ({ emoji, memberIds }));
}
