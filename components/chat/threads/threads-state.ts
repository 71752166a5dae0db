import type { ChatLine, ThreadCard, ThreadPush } from "#lib/chat/schema.ts";

/** A thread of the list, and how far the viewer is known to have read it: the mark may come before the line. */
type KnownThread = ThreadCard & { readNumber: number };

export type ThreadsEvent =
  | { type: "listed"; threads: readonly ThreadCard[] }
  | { type: "changed"; push: Pick<ThreadPush, "threadId" | "lines">; viewerId: string }
  | { type: "read"; threadId: string; number: number }
  | { type: "gone"; threadId: string };

/** The list as the server rendered it. */
export function openThreads(threads: readonly ThreadCard[]): KnownThread[] {
  return sort(threads.map(known));
}

/** The list of threads: the pinned ones first, then the one with the newest message. What comes late or twice changes nothing. */
export function nextThreads(threads: readonly KnownThread[], event: ThreadsEvent): KnownThread[] {
  switch (event.type) {
    case "listed":
      return sort(
        event.threads.map((fetched) =>
          newer(
            known(fetched),
            threads.find(({ id }) => id === fetched.id),
          ),
        ),
      );
    case "changed":
      return sort(change(threads, event.push.threadId, (thread) => withLines(thread, event)));
    case "read":
      return change(threads, event.threadId, (thread) => readTo(thread, event.number));
    case "gone":
      return threads.filter(({ id }) => id !== event.threadId);
  }
}

// Of a request that waits for an answer nothing counts as unread.
function known(thread: ThreadCard): KnownThread {
  return { ...thread, readNumber: thread.standing === "asked" ? 0 : numberOf(thread) - thread.unread };
}

function change(
  threads: readonly KnownThread[],
  threadId: string,
  to: (thread: KnownThread) => KnownThread,
): KnownThread[] {
  return threads.map((thread) => (thread.id === threadId ? to(thread) : thread));
}

function withLines(
  thread: KnownThread,
  { push, viewerId }: Extract<ThreadsEvent, { type: "changed" }>,
): KnownThread {
  return push.lines
    .toSorted((a, b) => a.number - b.number)
    .reduce((card, line) => withLine(card, line, line.authorId === viewerId), thread);
}

function withLine(thread: KnownThread, line: ChatLine, own: boolean): KnownThread {
  if (!isNewer(line, thread.last)) return thread;
  const { text, authorId, sentAt, number, revision, deleted, notice, files } = line;
  const author = authorOf(thread, authorId);
  const last = { text, authorId, author, sentAt, number, revision, deleted, notice, files: files.length };
  // A message takes a thread out of the archive; a notice does not.
  const archived = thread.archived && (number === numberOf(thread) || notice !== null);
  // A notice is read with what stands before it.
  const read = own || (notice !== null && thread.readNumber === number - 1);
  return readTo({ ...thread, last, archived }, read ? number : 0);
}

/** A push has no names: the author's name if this card knows it, else null until the list is fetched next. */
function authorOf({ last, people }: KnownThread, authorId: string): string | null {
  if (last?.authorId === authorId && last.author) return last.author;
  return people.find(({ memberId }) => memberId === authorId)?.displayName ?? null;
}

function readTo(thread: KnownThread, number: number): KnownThread {
  const readNumber = Math.max(thread.readNumber, number);
  const unread = thread.standing === "asked" ? 0 : Math.max(0, numberOf(thread) - readNumber);
  return { ...thread, readNumber, unread };
}

/** Merges a fetched card with what was pushed meanwhile: the newer of each. */
function newer(fetched: KnownThread, before: KnownThread | undefined): KnownThread {
  if (!before) return fetched;
  const last = before.last && isNewer(before.last, fetched.last) ? before.last : fetched.last;
  return readTo({ ...fetched, last }, before.readNumber);
}

type Version = Pick<ChatLine, "number" | "revision">;

/** A later line, or the same one after a later change. */
function isNewer(one: Version, other: Version | null): boolean {
  if (!other) return true;
  return one.number > other.number || (one.number === other.number && one.revision > other.revision);
}

function sort(threads: readonly KnownThread[]): KnownThread[] {
  return threads.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || timeOf(b) - timeOf(a));
}

function timeOf({ last }: ThreadCard): number {
  return last ? Date.parse(last.sentAt) : 0;
}

function numberOf({ last }: ThreadCard): number {
  return last?.number ?? 0;
}
