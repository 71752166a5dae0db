import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import type { EventOf } from "#lib/live/events.ts";
import { sqlRows } from "#lib/sql.ts";
import type { Tell } from "./bus.ts";
import { type LiveServer, type LiveSocket, rooms, unconcerned } from "./rooms.ts";

const minIntervalMs = 2_000;

/** Tells a thread who is typing. */
export class Typing {
  readonly #io: LiveServer;
  readonly #tell: Tell;
  /** When a typing event was last sent, by member and thread. */
  readonly #told = new Map<string, number>();
  /** Rooms of threads that are open: before consent nobody sees who types. */
  readonly #open = new Set<string>();

  constructor(io: LiveServer, tell: Tell) {
    this.#io = io;
    this.#tell = tell;
    io.of("/").adapter.on("delete-room", (room: string) => this.#open.delete(room));
    setInterval(() => this.#forgetOld(), 60_000).unref();
  }

  /** The socket's member types. Throws NotFound for a thread that is not theirs. */
  async typed(socket: LiveSocket, threadId: string): Promise<void> {
    const { viewer } = socket.data;
    const { companyId, memberId } = viewer;
    const room = rooms.thread(companyId, threadId);
    if (!socket.rooms.has(room)) throw new NotFound();
    const key = `${memberId}:${room}`;
    if (performance.now() - (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) < minIntervalMs) return;
    this.#told.set(key, performance.now());
    if (await this.#isOpen(viewer, threadId)) this.#tell({ type: "typing", companyId, threadId, memberId });
  }

  hear({ companyId, threadId, memberId }: EventOf<"typing">): void {
    this.#io
      .to(rooms.thread(companyId, threadId))
      .except(unconcerned(this.#io, companyId, memberId))
      .emit("thread:typing", { threadId, memberId });
  }

  /** Somebody came, went or consented. */
  forget(companyId: string, threadId: string): void {
    this.#open.delete(rooms.thread(companyId, threadId));
  }

  async #isOpen(viewer: Viewer, threadId: string): Promise<boolean> {
    const room = rooms.thread(viewer.companyId, threadId);
    if (!this.#open.has(room) && (await talks(viewer, threadId))) this.#open.add(room);
    return this.#open.has(room);
  }

  #forgetOld(): void {
    for (const [key, at] of this.#told) if (performance.now() - at > minIntervalMs) this.#told.delete(key);
  }
}

async function talks(viewer: Viewer, threadId: string): Promise<boolean> {
  const [thread] = await withViewer(
    viewer,
    (tx) => sqlRows(tx, z.object({ open: z.boolean() }))`
      SELECT t.direct_key IS NULL OR NOT EXISTS (SELECT FROM chat_participants p
        WHERE p.company_id = t.company_id AND p.thread_id = t.id AND p.state <> 'ACTIVE') AS open
      FROM chat_threads t WHERE t.company_id = ${viewer.companyId}::uuid AND t.id = ${threadId}::uuid`,
  );
  return thread?.open ?? false;
}
