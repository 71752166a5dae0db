import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { listLines } from "#lib/chat/lines.ts";
import { pageAround, pageSize, pageUpTo } from "#lib/chat/pages.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { ChatLine, ChatPage, Thread, ThreadChanges } from "#lib/chat/schema.ts";
import { plainLine } from "#lib/chat/send-batch.ts";
import { commitMessage } from "#lib/chat/sending.ts";
import { requireThread, requireThreadId } from "#lib/chat/thread-row.ts";
import { describeThread, readThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

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
  requireThreadId(threadId);
  const range = Prisma.sql`m.number = ${number}`;
  const [line] = await readAs(viewer, (tx) =>
    listLines(tx, viewer, threadId, { range, order: "number", max: 1 }),
  );
  if (!line) throw new NotFound();
  return line;
}

/**
 * What changed in a thread of the viewer's after a revision, in the order of the changes, at most 100 lines; afresh, the newest page,
 * when more than 500 changes were missed. Throws NotFound.
 */
export async function listChanges(viewer: Viewer, threadId: string, after: number): Promise<ThreadChanges> {
  return readAs(viewer, (tx) => readChanges(tx, viewer, threadId, after));
}

/**
 * As listChanges, what holds for every reader of the thread; null where a block parts the viewer from somebody, whose eyes then see less than
 * others'. Throws NotFound.
 */
export async function listCommonChanges(
  viewer: Viewer,
  threadId: string,
  after: number,
): Promise<ThreadChanges | null> {
  return readAs(viewer, async (tx) => {
    const [changes, apart] = await Promise.all([
      readChanges(tx, viewer, threadId, after),
      sqlValue(tx, z.boolean())`SELECT cardinality(parted_from_caller()) > 0 AS apart`,
    ]);
    return apart ? null : changes;
  });
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
    const row = await readThread(tx, viewer, threadId);
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

async function readChanges(
  tx: ReadTx,
  viewer: Viewer,
  threadId: string,
  after: number,
): Promise<ThreadChanges> {
  requireThreadId(threadId);
  // In one turn, and so at one moment: no line is older than the revision.
  const [{ revision, lastNumber }, place, found] = await Promise.all([
    requireThread(tx, viewer, threadId),
    findPlace(tx, viewer, threadId),
    listLines(tx, viewer, threadId, {
      range: Prisma.sql`m.revision > ${after}`,
      order: "revision",
      max: syncSize + 1,
    }),
  ]);
  if (revision - after > maxMissed) {
    const { lines, more } = await pageUpTo(tx, viewer, threadId, lastNumber);
    // Not that of the newest line: another may have come beyond the page meanwhile.
    return { ...place, revision, lines, more: false, afresh: true, older: more };
  }
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
}

async function findPlace(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  threadId: string,
): Promise<Pick<ThreadChanges, "readNumber" | "seen">> {
  const [[place], seen] = await Promise.all([
    sqlRows(tx, z.object({ readNumber: z.int() }))`SELECT read_number FROM chat_places
      WHERE company_id = ${companyId}::uuid AND thread_id = ${threadId}::uuid AND member_id = ${memberId}::uuid`,
    listSeen(tx, threadId),
  ]);
  return { readNumber: place?.readNumber ?? 0, seen };
}

function newest(revision: number, lines: ChatLine[]): number {
  return Math.max(revision, ...lines.map((line) => line.revision));
}
