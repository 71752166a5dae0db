import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { listLines } from "#lib/chat/lines.ts";
import { pageAround, pageSize, pageUpTo } from "#lib/chat/pages.ts";
import type { ChatLine, ChatPage, Thread } from "#lib/chat/schema.ts";
import { plainLine } from "#lib/chat/send-batch.ts";
import { commitMessage } from "#lib/chat/sending.ts";
import { requireThread, requireThreadId } from "#lib/chat/thread-row.ts";
import { describeThread, readThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What a page shows at least of what was read before something unread. */
const linesBefore = 5;

/**
 * Commits a message to a thread of the viewer's and returns it with its number. The same clientId again, at any time, is the same
 * message and the same answer. Throws NotFound, and Invalid where the other's consent is awaited, where a direct thread is closed,
 * and for files that are not there.
 */
export async function sendMessage(viewer: Viewer, message: SendMessage): Promise<ChatLine> {
  const sending = await commitMessage(viewer, message);
  const { outcome, number } = sending.outcome;
  if (outcome === "not-found") throw new NotFound();
  if (outcome === "waiting" || outcome === "closed") throw new Invalid({ threadId: `chat-${outcome}` });
  if (outcome === "files" || number === null) throw new Invalid({ files: "chat-files" });
  return plainLine(sending) ?? findLine(viewer, message.threadId, number);
}

/** One line of a thread of the viewer's. Throws NotFound. */
export async function findLine(viewer: Viewer, threadId: string, number: number): Promise<ChatLine> {
  requireThreadId(threadId);
  const range = Prisma.sql`m.number = ${number}`;
  const [line] = await readAs(viewer, (tx) =>
    listLines(tx, viewer, threadId, { range, order: "number", max: 1 }),
  );
  if (!line) throw new NotFound();
  return line;
}

/** The last lines before `before`, or the last of all, in the order of their numbers, 50 at most. Throws NotFound. */
export async function listMessagesBefore(
  viewer: Viewer,
  threadId: string,
  before?: number,
): Promise<ChatPage> {
  return readAs(viewer, async (tx) => {
    const { lastNumber } = await requireThread(tx, viewer, threadId);
    return pageUpTo(tx, viewer, threadId, Math.min((before ?? Number.POSITIVE_INFINITY) - 1, lastNumber));
  });
}

/** A page with the line of this number in its middle, in the order of the numbers, at most 51. Throws NotFound. */
export async function listMessagesAround(
  viewer: Viewer,
  threadId: string,
  number: number,
): Promise<ChatPage & { newer: boolean }> {
  return readAs(viewer, async (tx) => {
    const { lastNumber } = await requireThread(tx, viewer, threadId);
    return pageAround(tx, viewer, { id: threadId, lastNumber }, number);
  });
}

/**
 * A thread of the viewer's with a page of it, both as they were at one revision or later: the page around the line `at`. Where there is no
 * such line `at` is null, and it is the newest page, or where that does not reach back to what is unread, the one around the read mark.
 * Throws NotFound.
 */
export async function findConversation(
  viewer: Viewer,
  threadId: string,
  at: number | null = null,
): Promise<{ thread: Thread; page: ChatPage & { newer?: boolean }; at: number | null }> {
  return readAs(viewer, async (tx) => {
    const row = await readThread(tx, threadId);
    const { lastNumber, readNumber } = row;
    const there = at !== null && at <= lastNumber ? at : null;
    const behind = lastNumber - readNumber > pageSize - linesBefore;
    // After the thread: lines that were read before its revision could miss a change for ever.
    const [thread, page] = await Promise.all([
      describeThread(tx, viewer, row),
      there === null && !behind
        ? pageUpTo(tx, viewer, threadId, lastNumber)
        : pageAround(tx, viewer, row, there ?? readNumber),
    ]);
    return { thread, page, at: there };
  });
}
