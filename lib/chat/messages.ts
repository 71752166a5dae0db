import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { type ChatLine, type ChatPage, messageTextSchema, type SendMessage } from "#lib/chat/schema.ts";
import { requireThread } from "#lib/chat/threads.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import type { ChatMessage } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import { publish } from "#lib/publish.ts";

const pageSize = 50;

/**
 * Commits a message to a thread of the viewer's and returns it with its number. The same clientId again, at any time, is
 * the same message and the same answer. Throws NotFound.
 */
export async function sendMessage(
  viewer: Viewer,
  { threadId, clientId, text }: SendMessage,
): Promise<ChatLine> {
  const { companyId, memberId: authorId } = viewer;
  return withViewer(viewer, async (tx) => {
    const last = await lockThread(tx, viewer, threadId);
    const sent = await tx.chatMessage.findFirst({ where: { companyId, threadId, authorId, clientId } });
    if (sent) return toLine(sent);
    const number = last + 1;
    const sentAt = new Date();
    await tx.chatThread.update({
      where: { companyId_id: { companyId, id: threadId } },
      data: { lastNumber: number, lastMessageAt: sentAt },
    });
    const message = await tx.chatMessage.create({
      data: {
        companyId,
        threadId,
        number,
        id: newId(),
        authorId,
        clientId,
        text: messageTextSchema.parse(text),
        sentAt,
      },
    });
    await tx.chatParticipant.updateMany({
      where: { companyId, threadId, memberId: authorId },
      data: { readNumber: number },
    });
    await publish(tx, { type: "message:sent", companyId, threadId, number });
    return toLine(message);
  });
}

/** One message of a thread of the viewer's. Throws NotFound. */
export async function findMessage(viewer: Viewer, threadId: string, number: number): Promise<ChatLine> {
  const { companyId } = viewer;
  const message = await withViewer(viewer, (tx) =>
    tx.chatMessage.findFirst({ where: { companyId, threadId, number } }),
  );
  if (!message) throw new NotFound();
  return toLine(message);
}

/** What came after `after`, the oldest first, 50 at most. Throws NotFound. */
export async function listMessagesAfter(viewer: Viewer, threadId: string, after: number): Promise<ChatPage> {
  const rows = await listMessages(viewer, threadId, { number: { gt: after } }, "asc");
  return { lines: rows.slice(0, pageSize).map(toLine), more: rows.length > pageSize };
}

/** The last messages before `before`, or the last of all, in the order of their numbers, 50 at most. Throws NotFound. */
export async function listMessagesBefore(
  viewer: Viewer,
  threadId: string,
  before?: number,
): Promise<ChatPage> {
  const rows = await listMessages(
    viewer,
    threadId,
    before === undefined ? {} : { number: { lt: before } },
    "desc",
  );
  return { lines: rows.slice(0, pageSize).reverse().map(toLine), more: rows.length > pageSize };
}

// One more than a page, to know whether there are others.
async function listMessages(
  viewer: Viewer,
  threadId: string,
  range: object,
  order: "asc" | "desc",
): Promise<ChatMessage[]> {
  return withViewer(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    const where = { companyId: viewer.companyId, threadId, ...range };
    return tx.chatMessage.findMany({ where, orderBy: { number: order }, take: pageSize + 1 });
  });
}

// Whoever writes to a thread waits here, so that numbers are given in the order of commits.
async function lockThread(tx: Tx, viewer: Viewer, threadId: string): Promise<number> {
  const rows = await tx.$queryRaw`SELECT last_number FROM chat_threads
    WHERE company_id = ${viewer.companyId}::uuid AND id = ${threadId}::uuid FOR UPDATE`;
  const [row] = z.array(z.object({ last_number: z.int() })).parse(rows);
  if (!row) throw new NotFound();
  return row.last_number;
}

function toLine({ threadId, number, id, authorId, clientId, text, sentAt }: ChatMessage): ChatLine {
  return { threadId, number, id, authorId, clientId, text, sentAt: sentAt.toISOString() };
}
