import { isSilent } from "#lib/chat/folds.ts";
import type { ChatLine, ThreadCard, ThreadPush } from "#lib/chat/schema.ts";

export type ThreadsEvent =
  | { type: "listed"; threads: readonly ThreadCard[] }
  | { type: "changed"; push: Pick<ThreadPush, "threadId" | "lines">; viewerId: string }
  | { type: "read"; threadId: string; number: number }
  | { type: "gone"; threadId: string };

/** The list as the server rendered it. */
export function openThreads(threads: readonly ThreadCard[]): ThreadCard[] {
  return sort(threads);
}

/** The list of threads: the pinned ones first, then the one with the newest message. What comes late or twice changes nothing. */
export function nextThreads(threads: readonly ThreadCard[], event: ThreadsEvent): ThreadCard[] {
  switch (event.type) {
    case "listed":
      return sort(
        event.threads.map((fetched) =>
          newer(
            fetched,
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

function change(
  threads: readonly ThreadCard[],
  threadId: string,
  to: (thread: ThreadCard) => ThreadCard,
): ThreadCard[] {
  return threads.map((thread) => (thread.id === threadId ? to(thread) : thread));
}

function withLines(
  thread: ThreadCard,
  { push, viewerId }: Extract<ThreadsEvent, { type: "changed" }>,
): ThreadCard {
  return push.lines
    .toSorted((a, b) => a.number - b.number)
    .reduce((card, line) => withLine(card, line, line.authorId === viewerId), thread);
}

function withLine(thread: ThreadCard, line: ChatLine, own: boolean): ThreadCard {
  if (!isNewer(line, thread.last)) return thread;
  const { text, authorId, sentAt, number, revision, deleted, notice, files } = line;
  const author = authorOf(thread, authorId);
  const last = { text, authorId, author, sentAt, number, revision, deleted, notice, files: files.length };
  // A message takes a thread out of the archive; a notice does not.
  const archived = thread.archived && (number === numberOf(thread) || notice !== null);
  // A notice is read with what stands before it.
  const read = own || (notice !== null && thread.unread === 0 && number === numberOf(thread) + 1);
  return readTo(withLast({ ...thread, archived }, last), read ? number : 0);
}

/** A push has no names: the author's name if this card knows it, else null until the list is fetched next. */
function authorOf({ last, people }: ThreadCard, authorId: string): string | null {
  if (last?.authorId === authorId && last.author) return last.author;
  return people.find(({ memberId }) => memberId === authorId)?.displayName ?? null;
}

/** With this as the last line: what came before it is counted, and nothing that is silent, as far as that is known. */
function withLast(thread: ThreadCard, last: NonNullable<ThreadCard["last"]>): ThreadCard {
  const { number } = last;
  const come = number - Math.max(numberOf(thread), thread.readNumber);
  const gone =
    isSilent(last) &&
    number > thread.readNumber &&
    !(thread.last?.number === number && isSilent(thread.last));
  return { ...thread, last, unread: unreadOf(thread, thread.unread + Math.max(come, 0) - Number(gone)) };
}

function readTo(thread: ThreadCard, number: number): ThreadCard {
  const readNumber = Math.max(thread.readNumber, number);
  // Of lines between the two marks nobody knows here which are silent: useThreads asks for the list again.
  const unread = Math.min(thread.unread, numberOf(thread) - readNumber);
  return { ...thread, readNumber, unread: unreadOf(thread, unread) };
}

// Of a request that waits for an answer nothing counts as unread.
function unreadOf({ standing }: ThreadCard, unread: number): number {
  return standing === "asked" ? 0 : Math.max(0, unread);
}

/** Merges a fetched card with what was pushed meanwhile: the newer of each. */
function newer(fetched: ThreadCard, before: ThreadCard | undefined): ThreadCard {
  if (!before) return fetched;
  const later = before.last && isNewer(before.last, fetched.last) ? withLast(fetched, before.last) : fetched;
  return readTo(later, before.readNumber);
}

/** Whether the list has to be asked for again, to know what is unread: of lines before the last, a card doesn't know which are silent. */
export function isInDoubt(threads: readonly ThreadCard[], event: ThreadsEvent): boolean {
  if (event.type === "changed") {
    const { threadId, lines } = event.push;
    const thread = threads.find(({ id }) => id === threadId);
    return lines.some((line) => isSilent(line) && line.number > (thread?.readNumber ?? 0));
  }
  if (event.type !== "read") return false;
  const thread = threads.find(({ id }) => id === event.threadId);
  if (!thread || event.number >= numberOf(thread)) return false;
  return thread.unread < numberOf(thread) - thread.readNumber;
}

type Version = Pick<ChatLine, "number" | "revision">;

/** A later line, or the same one after a later change. */
function isNewer(one: Version, other: Version | null): boolean {
  if (!other) return true;
  return one.number > other.number || (one.number === other.number && one.revision > other.revision);
}

function sort(threads: readonly ThreadCard[]): ThreadCard[] {
  return threads.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || timeOf(b) - timeOf(a));
}

function timeOf({ last }: ThreadCard): number {
  return last ? Date.parse(last.sentAt) : 0;
}

function numberOf({ last }: ThreadCard): number {
  return last?.number ?? 0;
}
