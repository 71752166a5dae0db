import { listChanges } from "#lib/chat/messages.ts";
import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { type LiveServer, rooms, socketsIn } from "./rooms.ts";

/** A thread that somebody here listens to: how far its lines were told, and how far it has come. */
type Feed = {
  companyId: string;
  threadId: string;
  delivered: number;
  wanted: number;
  loading: boolean;
  /** What is being committed to it for sockets of this process. */
  sending: Set<Sending>;
  held?: NodeJS.Timeout | undefined;
};

/** A message that a socket waits for the answer to. */
type Sending = { clientId: string; socketId: string };

/** How long what is heard may wait for what this process itself is committing to the same thread. */
const holdForMs = 20;

/** Tells the sockets of this process the lines of their threads: each revision once, read from the table once for all of them. */
export class ThreadLines {
  readonly #io: LiveServer;
  readonly #feeds = new Map<string, Feed>();

  constructor(io: LiveServer) {
    this.#io = io;
    io.of("/").adapter.on("delete-room", (room: string) => this.#feeds.delete(room));
  }

  /** Sockets came into the thread's room, and ask by themselves for what came until `revision`. */
  follow(companyId: string, threadId: string, revision: number): void {
    this.#feed(companyId, threadId, revision);
  }

  /** Tells what was committed somewhere, up to `to`. */
  changed({ companyId, threadId, from, to }: Pick<Feed, "companyId" | "threadId"> & Span): void {
    const feed = this.#feed(companyId, threadId, from);
    if (!feed || to <= feed.wanted) return;
    feed.wanted = to;
    if (feed.sending.size === 0) void this.#load(feed);
    else feed.held ??= setTimeout(() => void this.#load(feed), holdForMs);
  }

  /** Tells lines that this process has committed, and so need not be read. Who wrote a single one has it by the answer. */
  sent(companyId: string, push: ThreadPush): void {
    const feed = this.#feed(companyId, push.threadId, push.from);
    if (!feed || push.to <= feed.delivered) return;
    // Before these lines come others, committed elsewhere: they are read together.
    if (push.from > feed.delivered) this.changed({ companyId, ...push });
    else this.#tell(feed, push, push.lines.length === 1 ? answeredWith(feed, push.lines) : []);
  }

  /** While `work` commits a socket's message to a thread, that is not read as well for the news of it. */
  async whileSending<T>(
    companyId: string,
    threadId: string,
    sending: Sending,
    work: () => Promise<T>,
  ): Promise<T> {
    const feed = this.#feeds.get(rooms.thread(companyId, threadId));
    if (!feed) return work();
    feed.sending.add(sending);
    try {
      return await work();
    } finally {
      feed.sending.delete(sending);
      if (feed.sending.size === 0 && feed.wanted > feed.delivered) void this.#load(feed);
    }
  }

  /** How far each thread that is listened to here was told. */
  told(): { companyId: string; threadId: string; to: number }[] {
    return [...this.#feeds.values()].map(({ companyId, threadId, delivered: to }) => ({
      companyId,
      threadId,
      to,
    }));
  }

  #feed(companyId: string, threadId: string, revision: number): Feed | undefined {
    const room = rooms.thread(companyId, threadId);
    const known = this.#feeds.get(room);
    if (known || !this.#io.sockets.adapter.rooms.has(room)) return known;
    const feed = {
      companyId,
      threadId,
      delivered: revision,
      wanted: revision,
      loading: false,
      sending: new Set<Sending>(),
    };
    this.#feeds.set(room, feed);
    return feed;
  }

  async #load(feed: Feed): Promise<void> {
    clearTimeout(feed.held);
    feed.held = undefined;
    if (feed.loading) return;
    feed.loading = true;
    const refused = new Set<string>();
    try {
      while (feed.delivered < feed.wanted && (await this.#loadOnce(feed, refused)));
    } catch (error) {
      log.error("lines could not be told", { companyId: feed.companyId, err: error });
    } finally {
      feed.loading = false;
      // What nobody could read now, the sweep finds again.
      feed.wanted = feed.delivered;
    }
  }

  /** Reads with the eyes of one who listens; false when there is nobody, or nothing. */
  async #loadOnce(feed: Feed, refused: Set<string>): Promise<boolean> {
    const { companyId, threadId, delivered: after } = feed;
    const sockets = socketsIn(this.#io, rooms.thread(companyId, threadId));
    const reader = sockets.find(({ id }) => !refused.has(id));
    if (!reader) return false;
    try {
      const { revision, lines, afresh } = await listChanges(reader.data.viewer, threadId, after);
      if (revision > feed.delivered) {
        // Where too much changed for one push, each screen asks for itself.
        const push = afresh ? { from: revision, lines: [] } : { from: after, lines };
        this.#tell(feed, { threadId, to: revision, ...push });
      } else if (revision <= after) feed.wanted = after;
      return true;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      // That one may just have lost access.
      refused.add(reader.id);
      return true;
    }
  }

  #tell(feed: Feed, { threadId, from, to, lines }: ThreadPush, without: string[] = []): void {
    const { delivered } = feed;
    feed.delivered = to;
    feed.wanted = Math.max(feed.wanted, to);
    // What was told meanwhile is not told again.
    const news = from < delivered ? lines.filter(({ revision }) => revision > delivered) : lines;
    this.#io
      .to(rooms.thread(feed.companyId, threadId))
      .except(without)
      .emit("thread:changed", { threadId, from: Math.max(from, delivered), to, lines: news });
  }
}

/** The sockets that hear of these lines by the answer to what they sent. */
function answeredWith({ sending }: Feed, lines: readonly ChatLine[]): string[] {
  return [...sending]
    .filter(({ clientId }) => lines.some((line) => line.clientId === clientId))
    .map(({ socketId }) => socketId);
}

type Span = { from: number; to: number };
