import type { ChatLine, ThreadCard } from "#lib/chat/schema.ts";

export type ThreadsEvent =
  | { type: "listed"; threads: ThreadCard[] }
  | { type: "line"; line: ChatLine; own: boolean }
  | { type: "read"; threadId: string; number: number };

/** The list of threads, the one with the newest message first. What comes late or twice changes nothing. */
export function nextThreads(threads: ThreadCard[], event: ThreadsEvent): ThreadCard[] {
  switch (event.type) {
    case "listed":
      return sort(
        event.threads.map((thread) =>
          newer(
            thread,
            threads.find(({ id }) => id === thread.id),
          ),
        ),
      );
    case "line":
      return sort(
        threads.map((thread) => (thread.id === event.line.threadId ? withLine(thread, event) : thread)),
      );
    case "read":
      return threads.map((thread) => (thread.id === event.threadId ? readTo(thread, event.number) : thread));
  }
}

function withLine(thread: ThreadCard, { line, own }: { line: ChatLine; own: boolean }): ThreadCard {
  if (line.number <= numberOf(thread)) return thread;
  const { text, authorId, sentAt, number } = line;
  const last = { text, authorId, sentAt, number };
  return { ...thread, last, unread: own ? 0 : number - readNumberOf(thread) };
}

function readTo(thread: ThreadCard, number: number): ThreadCard {
  const read = Math.max(readNumberOf(thread), number);
  return { ...thread, unread: Math.max(0, numberOf(thread) - read) };
}

/** Of what was fetched and what was told meanwhile, the later of each. */
function newer(fetched: ThreadCard, known: ThreadCard | undefined): ThreadCard {
  if (!known) return fetched;
  const read = Math.max(readNumberOf(fetched), readNumberOf(known));
  const last = numberOf(fetched) >= numberOf(known) ? fetched.last : known.last;
  return { ...fetched, last, unread: Math.max(0, (last?.number ?? 0) - read) };
}

function sort(threads: ThreadCard[]): ThreadCard[] {
  return threads.toSorted((a, b) => timeOf(b) - timeOf(a));
}

function timeOf({ last }: ThreadCard): number {
  return last ? Date.parse(last.sentAt) : 0;
}

function numberOf({ last }: ThreadCard): number {
  return last?.number ?? 0;
}

function readNumberOf(thread: ThreadCard): number {
  return numberOf(thread) - thread.unread;
}
