import { readAs } from "#lib/auth/scopes.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { SharedMark } from "#lib/chat/schema.ts";
import { NotFound } from "#lib/errors.ts";
import type { EventOf } from "#lib/live/events.ts";
import type { KeyedQueue } from "./keyed-queue.ts";
import { type LiveServer, type LiveSocket, rooms, socketsIn, unconcerned } from "./rooms.ts";

type Moved = EventOf<"thread:read">;

/** Delivers read marks: to the member's own other screens, and to others only where both sides share theirs. */
export class SharedMarks {
  readonly #io: LiveServer;
  readonly #queue: KeyedQueue;
  /** By room, the members whose marks moved since the last delivery. */
  readonly #moved = new Map<string, Set<string>>();

  constructor(io: LiveServer, queue: KeyedQueue) {
    this.#io = io;
    this.#queue = queue;
  }

  moved({ companyId, threadId, memberId, number }: Moved): void {
    this.#io.to(rooms.member(companyId, memberId)).emit("thread:read", { threadId, number });
    const room = rooms.thread(companyId, threadId);
    if (!this.#io.sockets.adapter.rooms.has(room)) return;
    const waiting = this.#moved.get(room);
    if (waiting) {
      waiting.add(memberId);
      return;
    }
    this.#moved.set(room, new Set([memberId]));
    void this.#queue.run(`marks:${room}`, () => this.#tell(companyId, threadId));
  }

  // The database decides which marks are shared: it is asked as members who would see them, mostly as one for all.
  async #tell(companyId: string, threadId: string): Promise<void> {
    const room = rooms.thread(companyId, threadId);
    const waiting = new Set(this.#moved.get(room));
    this.#moved.delete(room);
    const sharing = socketsIn(this.#io, room).filter(({ data }) => data.sharesReads);
    for (const reader of sharing) {
      const seen = [...waiting].filter((memberId) => mayRead(reader, memberId));
      if (seen.length === 0) continue;
      for (const memberId of seen) waiting.delete(memberId);
      for (const mark of await listMarks(reader, threadId))
        if (seen.includes(mark.memberId)) this.#show(companyId, threadId, mark);
    }
  }

  #show(companyId: string, threadId: string, mark: SharedMark): void {
    this.#io
      .to(rooms.thread(companyId, threadId))
      .except([rooms.unshared(companyId), ...unconcerned(this.#io, companyId, mark.memberId)])
      .emit("thread:seen", { threadId, ...mark });
  }
}

function mayRead({ data }: LiveSocket, memberId: string): boolean {
  return data.viewer.memberId !== memberId && !data.parted.has(memberId);
}

async function listMarks({ data }: LiveSocket, threadId: string): Promise<SharedMark[]> {
  try {
    return await readAs(data.viewer, (tx) => listSeen(tx, threadId));
  } catch (error) {
    // This reader may just have lost access.
    if (error instanceof NotFound) return [];
    throw error;
  }
}
