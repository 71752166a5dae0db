import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { lineParts, toLines } from "#lib/chat/lines.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { ChatLine, ChatPage, Thread, ThreadChanges } from "#lib/chat/schema.ts";
import { plainLine } from "#lib/chat/send-batch.ts";
import { commitMessage } from "#lib/chat/sending.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import { describeThread } from "#lib/chat/threads.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";

const pageSize = 50;
/** What a page shows at least of what was read before something unread. */
const linesBefore = 5;
const syncSize = 100;
/** A screen that is further behind takes the newest page instead of every change. */
const maxMissed = 500;

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
  const [line] = await withViewer(viewer, (tx) => listLines(tx, viewer, threadId, { number }, "asc", 1));
  if (!line) throw new NotFound();
  return line;
}

/**
 * What changed in a thread of the viewer's after a revision, in the order of the changes, at most 100 lines; afresh, the newest page,
 * when more than 500 changes were missed. Throws NotFound.
 */
export async function listChanges(viewer: Viewer, threadId: string, after: number): Promise<ThreadChanges> {
  return withViewer(viewer, async (tx) => {
    // Read the revision first, then the lines: these may be newer than the revision, but never older.
    const { revision } = await requireThread(tx, viewer, threadId);
    const place = await findPlace(tx, viewer, threadId);
    if (revision - after > maxMissed) {
      const { lines, more } = await newestPage(tx, viewer, threadId);
      return { ...place, revision: newest(revision, lines), lines, more: false, afresh: true, older: more };
    }
    const found = await listLines(
      tx,
      viewer,
      threadId,
      { revision: { gt: after } },
      "revision",
      syncSize + 1,
    );
    const more = found.length > syncSize;
    const lines = found.slice(0, syncSize);
    return {
      ...place,
      revision: more ? (lines.at(-1)?.revision ?? revision) : newest(revision, lines),
      lines,
      more,
      afresh: false,
      older: false,
    };
  });
}

/** The last lines before `before`, or the last of all, in the order of their numbers, 50 at most. Throws NotFound. */
export async function listMessagesBefore(
  viewer: Viewer,
  threadId: string,
  before?: number,
): Promise<ChatPage> {
  return withViewer(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    return newestPage(tx, viewer, threadId, before);
  });
}

/** A page with the line of this number in its middle, in the order of the numbers, at most 51. Throws NotFound. */
export async function listMessagesAround(
  viewer: Viewer,
  threadId: string,
  number: number,
): Promise<ChatPage & { newer: boolean }> {
  return withViewer(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    return pageAround(tx, viewer, threadId, number);
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
  return withViewer(viewer, async (tx) => {
    // The thread first: lines read before its revision could miss a change for ever.
    const thread = await describeThread(tx, viewer, threadId);
    const { lastNumber, readNumber } = thread;
    if (at !== null && at <= lastNumber)
      return { thread, page: await pageAround(tx, viewer, threadId, at), at };
    const reachesBack = lastNumber - readNumber <= pageSize - linesBefore;
    const page = await (reachesBack
      ? newestPage(tx, viewer, threadId)
      : pageAround(tx, viewer, threadId, readNumber));
    return { thread, page, at: null };
  });
}

async function pageAround(
  tx: Tx,
  viewer: Viewer,
  threadId: string,
  number: number,
): Promise<ChatPage & { newer: boolean }> {
  const half = pageSize / 2;
  const before = await listLines(tx, viewer, threadId, { number: { lte: number } }, "desc", half + 2);
  const after = await listLines(tx, viewer, threadId, { number: { gt: number } }, "asc", half + 1);
  return {
    lines: [...before.slice(0, half + 1).reverse(), ...after.slice(0, half)],
    more: before.length > half + 1,
    newer: after.length > half,
  };
}

async function newestPage(tx: Tx, viewer: Viewer, threadId: string, before?: number): Promise<ChatPage> {
  const where = before === undefined ? {} : { number: { lt: before } };
  // One more than a page, to know whether there are more.
  const lines = await listLines(tx, viewer, threadId, where, "desc", pageSize + 1);
  return { lines: lines.slice(0, pageSize).reverse(), more: lines.length > pageSize };
}

async function listLines(
  tx: Tx,
  { companyId }: Viewer,
  threadId: string,
  range: object,
  order: "asc" | "desc" | "revision",
  max: number,
): Promise<ChatLine[]> {
  const rows = await tx.chatMessage.findMany({
    where: { companyId, threadId, ...range },
    orderBy: order === "revision" ? { revision: "asc" } : { number: order },
    take: max,
    include: lineParts,
  });
  return toLines(tx, rows);
}

async function findPlace(
  tx: Tx,
  { companyId, memberId }: Viewer,
  threadId: string,
): Promise<Pick<ThreadChanges, "readNumber" | "seen">> {
  const place = await tx.chatPlace.findFirst({ where: { companyId, threadId, memberId } });
  return { readNumber: place?.readNumber ?? 0, seen: await listSeen(tx, threadId) };
}

function newest(revision: number, lines: ChatLine[]): number {
  return Math.max(revision, ...lines.map((line) => line.revision));
}
