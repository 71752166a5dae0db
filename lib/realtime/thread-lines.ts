import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";
import { listCommonChanges } from "#lib/chat/sync.ts";
import { NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { askYourself, tellApart } from "./lines-apart.ts";
import { type LiveServer, rooms, socketsIn } from "./rooms.ts";

/** A thread with sockets in this process: the revision up to which its lines were delivered, and the one they are wanted up to. */
type ThreadDelivery = {
  companyId: string;
  threadId: string;
  delivered: number;
  wanted: number;
  loading: boolean;
  /** Messages that this process is committing to the thread. */
  sending: Set<Sending>;
  held?: NodeJS.Timeout | undefined;
};

/** A message that a socket waits for the answer to. */
type Sending = { clientId: string; socketId: string };

/** How long an event waits while this process commits to the same thread: what it commits need not be read again. */
const holdForMs = 20;

/** Tells the sockets of this process the lines of their threads: each revision once, read from the table once for all of them. */
export class ThreadLines {
  readonly #io: LiveServer;
  readonly #deliveries = new Map<string, ThreadDelivery>();

  constructor(io: LiveServer) {
    this.#io = io;
    io.of("/").adapter.on("delete-room", (room: string) => this.#deliveries.delete(room));
  }

  /** Sockets came into the thread's room, and ask by themselves for what came until `revision`. */
  follow(companyId: string, threadId: string, revision: number): void {
    this.#deliveryOf(companyId, threadId, revision);
  }

  /** Something was committed in some process: delivers the lines up to revision `to`. */
  changed({ companyId, threadId, from, to }: Pick<ThreadDelivery, "companyId" | "threadId"> & Span): void {
    const delivery = this.#deliveryOf(companyId, threadId, from);
    if (!delivery || to <= delivery.wanted) return;
    delivery.wanted = to;
    if (delivery.sending.size === 0) void this.#load(delivery);
    else delivery.held ??= setTimeout(() => void this.#load(delivery), holdForMs);
  }

  /** Delivers lines that this process has committed, without reading them. The author of a single line has it from the acknowledgement. */
  sent(companyId: string, push: ThreadPush): void {
    const delivery = this.#deliveryOf(companyId, push.threadId, push.from);
    if (!delivery || push.to <= delivery.delivered) return;
    // Lines committed by another process come before these: read all of them together.
    if (push.from > delivery.delivered) this.changed({ companyId, ...push });
    else this.#tell(delivery, push, push.lines.length === 1 ? answeredWith(delivery, push.lines) : []);
  }

  /** Runs `work`, which commits a socket's message. Meanwhile events of that thread wait, so that the message is not read again. */
  async whileSending<T>(
    companyId: string,
    threadId: string,
    sending: Sending,
    work: () => Promise<T>,
  ): Promise<T> {
    const delivery = this.#deliveries.get(rooms.thread(companyId, threadId));
    if (!delivery) return work();
    delivery.sending.add(sending);
    try {
      return await work();
    } finally {
      delivery.sending.delete(sending);
      if (delivery.sending.size === 0 && delivery.wanted > delivery.delivered) void this.#load(delivery);
    }
  }

  /** How far each thread that is listened to here was told. */
  told(): { companyId: string; threadId: string; to: number }[] {
    return [...this.#deliveries.values()].map(({ companyId, threadId, delivered: to }) => ({
      companyId,
      threadId,
      to,
    }));
  }

  #deliveryOf(companyId: string, threadId: string, revision: number): ThreadDelivery | undefined {
    const room = rooms.thread(companyId, threadId);
    const known = this.#deliveries.get(room);
    if (known || !this.#io.sockets.adapter.rooms.has(room)) return known;
    const delivery = {
      companyId,
      threadId,
      delivered: revision,
      wanted: revision,
      loading: false,
      sending: new Set<Sending>(),
    };
    this.#deliveries.set(room, delivery);
    return delivery;
  }

  async #load(delivery: ThreadDelivery): Promise<void> {
    clearTimeout(delivery.held);
    delivery.held = undefined;
    if (delivery.loading) return;
    delivery.loading = true;
    const refused = new Set<string>();
    try {
      while (delivery.delivered < delivery.wanted && (await this.#loadOnce(delivery, refused)));
    } catch (error) {
      log.error("lines could not be told", { companyId: delivery.companyId, err: error });
    } finally {
      delivery.loading = false;
      // The sweep tries again what could not be read now.
      delivery.wanted = delivery.delivered;
    }
  }

  /** Reads as one of the members in the room whom no block parts from anybody. False when there is none left who may read. */
  async #loadOnce(delivery: ThreadDelivery, refused: Set<string>): Promise<boolean> {
    const { companyId, threadId, delivered: after, wanted: to } = delivery;
    const sockets = socketsIn(this.#io, rooms.thread(companyId, threadId));
    const reader = sockets.find(({ id, data }) => !refused.has(id) && data.parted.size === 0);
    if (!reader) {
      if (!sockets.some(({ data }) => data.parted.size > 0)) return false;
      // Nobody reads for all: each with their own eyes.
      this.#tell(delivery, { threadId, from: after, to, lines: null });
      return true;
    }
    try {
      const changes = await listCommonChanges(reader.data.viewer, threadId, after);
      if (!changes) {
        refused.add(reader.id);
        return true;
      }
      const { revision, lines, afresh } = changes;
      if (revision > delivery.delivered) {
        // Where too much changed for one push, each screen asks for itself.
        const push = afresh ? { from: revision, lines: [] } : { from: after, lines };
        this.#tell(delivery, { threadId, to: revision, ...push });
      } else if (revision <= after) delivery.wanted = after;
      return true;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      // This reader may just have lost access: try the next one.
      refused.add(reader.id);
      return true;
    }
  }

  #tell(
    delivery: ThreadDelivery,
    { threadId, from, to, lines }: Omit<ThreadPush, "lines"> & { lines: ChatLine[] | null },
    without: string[] = [],
  ): void {
    const { companyId, delivered } = delivery;
    delivery.delivered = to;
    delivery.wanted = Math.max(delivery.wanted, to);
    // What was told meanwhile is not told again.
    const news = from < delivered ? (lines?.filter(({ revision }) => revision > delivered) ?? null) : lines;
    const push = { threadId, from: Math.max(from, delivered), to, lines: news };
    this.#io
      .to(rooms.thread(companyId, threadId))
      .except([rooms.parted(companyId), ...without])
      .emit("thread:changed", news ? { ...push, lines: news } : askYourself(push));
    tellApart(this.#io, companyId, push, without);
  }
}

/** The sockets that get these lines from the acknowledgement of what they sent. */
function answeredWith({ sending }: ThreadDelivery, lines: readonly ChatLine[]): string[] {
  return [...sending]
    .filter(({ clientId }) => lines.some((line) => line.clientId === clientId))
    .map(({ socketId }) => socketId);
}

type Span = { from: number; to: number };
