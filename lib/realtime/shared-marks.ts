import { readAs } from "#lib/auth/scopes.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { SharedMark } from "#lib/chat/schema.ts";
import { NotFound } from "#lib/errors.ts";
import type { EventOf } from "#lib/live/events.ts";
import type { KeyedQueue } from "./keyed-queue.ts";
import { type LiveServer, type LiveSocket, rooms, socketsIn } from "./rooms.ts";

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

  // The database decides which marks are shared: it is asked as one of the members who would see them.
  async #tell(companyId: string, threadId: string): Promise<void> {
    const room = rooms.thread(companyId, threadId);
    const members = this.#moved.get(room) ?? new Set();
    this.#moved.delete(room);
    const sharing = socketsIn(this.#io, room).filter(({ data }) => data.sharesReads);
    const [one] = sharing;
    if (!one) return;
    const marks = await listMarks(one, threadId);
    const own = one.data.viewer.memberId;
    const other = members.has(own) && sharing.find(({ data }) => data.viewer.memberId !== own);
    if (other) marks.push(...(await listMarks(other, threadId)).filter(({ memberId }) => memberId === own));
    for (const mark of marks) {
      if (!members.has(mark.memberId)) continue;
      this.#io
        .to(room)
        .except([rooms.unshared(companyId), rooms.member(companyId, mark.memberId)])
        .emit("thread:seen", { threadId, ...mark });
    }
  }
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
