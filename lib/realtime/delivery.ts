import { findMessage } from "#lib/chat/messages.ts";
import { NotFound } from "#lib/errors.ts";
import type { OkaeriEvent } from "#lib/events.ts";
import { cut, recheck } from "./gate.ts";
import { type LiveServer, type LiveSocket, rooms } from "./rooms.ts";

/** Tells the sockets of this process what was committed. */
export class Delivery {
  readonly #io: LiveServer;
  readonly #queues = new Map<string, Promise<void>>();

  constructor(io: LiveServer) {
    this.#io = io;
  }

  deliver(event: OkaeriEvent): void {
    switch (event.type) {
      case "message:sent":
        this.#inTurn(event.threadId, () => this.#message(event));
        break;
      case "thread:opened":
        this.#thread(event);
        break;
      case "thread:read":
        this.#io
          .to(rooms.member(event.companyId, event.memberId))
          .emit("thread:read", { threadId: event.threadId, number: event.number });
        break;
      case "feed:added":
        this.#io.to(rooms.company(event.companyId)).emit("feed:new", { eventId: event.eventId });
        break;
      case "session:ended":
        this.#socketsIn(rooms.session(event.sessionId)).forEach(cut);
        break;
      case "access:changed":
        this.#recheck(this.#socketsIn(memberOrCompany(event)));
        break;
    }
  }

  /** Something may have been missed: access is looked up again for everybody, and who remains catches up. */
  catchUp(): void {
    this.#recheck([...this.#io.sockets.sockets.values()]);
    this.#io.emit("sync");
  }

  async #message({
    companyId,
    threadId,
    number,
  }: Extract<OkaeriEvent, { type: "message:sent" }>): Promise<void> {
    const room = rooms.thread(companyId, threadId);
    const [reader] = this.#socketsIn(room);
    if (!reader) return;
    try {
      this.#io.to(room).emit("message:new", await findMessage(reader.data.viewer, threadId, number));
    } catch (error) {
      // That one reader may just have lost access; the others ask for themselves.
      this.#io.to(room).emit("sync");
      if (!(error instanceof NotFound)) throw error;
    }
  }

  #thread({ companyId, threadId, memberIds }: Extract<OkaeriEvent, { type: "thread:opened" }>): void {
    const members = memberIds.map((memberId) => rooms.member(companyId, memberId));
    this.#io.in(members).socketsJoin(rooms.thread(companyId, threadId));
  }

  #recheck(sockets: LiveSocket[]): void {
    for (const socket of sockets) {
      recheck(socket).catch((error) => {
        console.error("[realtime] recheck", error);
        cut(socket);
      });
    }
  }

  #socketsIn(room: string): LiveSocket[] {
    const ids = this.#io.sockets.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.#io.sockets.sockets.get(id) ?? []);
  }

  // Messages of one thread leave in the order in which they were committed.
  #inTurn(key: string, work: () => Promise<void>): void {
    const turn = (this.#queues.get(key) ?? Promise.resolve()).then(work).catch((error) => {
      console.error("[realtime] delivery", error);
    });
    this.#queues.set(key, turn);
    turn.finally(() => {
      if (this.#queues.get(key) === turn) this.#queues.delete(key);
    });
  }
}

function memberOrCompany({ companyId, memberId }: Extract<OkaeriEvent, { type: "access:changed" }>): string {
  return memberId ? rooms.member(companyId, memberId) : rooms.company(companyId);
}
