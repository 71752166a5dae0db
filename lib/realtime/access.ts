import { NotFound } from "#lib/errors.ts";
import type { EventOf } from "#lib/live/events.ts";
import { log } from "#lib/log.ts";
import { viewerKindOf } from "#lib/people/audiences.ts";
import { type Entrance, findEntrance, findRevision } from "./entrance.ts";
import { cut, hangUp, recheck } from "./gate.ts";
import { KeyedQueue, laneOf } from "./keyed-queue.ts";
import type { Presence } from "./presence.ts";
import { type LiveServer, type LiveSocket, rooms, socketsIn } from "./rooms.ts";
import type { ThreadLines } from "./thread-lines.ts";

/** How many look-ups run at a time after an event that concerns many sockets, so that requests still get database connections. */
const lanes = 4;

/** Keeps each socket in exactly the rooms that its member may be in. */
export class Access {
  readonly #io: LiveServer;
  readonly #lines: ThreadLines;
  readonly #presence: Presence;
  readonly #lookUps = new KeyedQueue();

  constructor(io: LiveServer, lines: ThreadLines, presence: Presence) {
    this.#io = io;
    this.#lines = lines;
    this.#presence = presence;
  }

  /** Puts a socket into the rooms of its member. On failure it is disconnected; the client reconnects. */
  enter(socket: LiveSocket): Promise<void> {
    const { companyId, memberId, sessionId } = socket.data.viewer;
    // From here on it hears when access ends; what ended before, #join finds.
    const viewers = rooms.viewers(companyId, viewerKindOf(socket.data.viewer));
    socket.join([
      rooms.session(sessionId),
      rooms.company(companyId),
      viewers,
      rooms.member(companyId, memberId),
    ]);
    return this.#orHangUp(socket, () => this.#join(socket));
  }

  participantChanged({ companyId, threadId, memberId }: EventOf<"participant:changed">): void {
    const room = rooms.thread(companyId, threadId);
    const sockets = socketsIn(this.#io, rooms.member(companyId, memberId));
    for (const socket of sockets) socket.leave(room);
    if (sockets.length > 0)
      void this.#lookUps.run(laneOf(memberId, lanes), () => this.#lookInto(sockets, companyId, threadId));
    // Members see the presence of those with whom they share a conversation.
    const watchers = socketsIn(this.#io, room).filter(({ data }) => data.watched.includes(memberId));
    for (const socket of [...sockets, ...watchers])
      void this.#lookUps.run(laneOf(socket.data.viewer.memberId, lanes), () => this.#watchAgain(socket));
  }

  preferencesChanged({ companyId, memberId }: EventOf<"preferences:changed">): void {
    for (const socket of socketsIn(this.#io, rooms.member(companyId, memberId)))
      void this.#preferAgain(socket);
  }

  /** Whom the member finds and who stands in their groups is another company now: also for what their pages show. */
  blockChanged({ companyId, memberId }: EventOf<"block:changed">): void {
    for (const socket of socketsIn(this.#io, rooms.member(companyId, memberId)))
      void this.#preferAgain(socket).then(() => socket.emit("threads:changed"));
  }

  findableChanged({ companyId, memberId }: EventOf<"findable:changed">): void {
    const watchers = socketsIn(this.#io, rooms.company(companyId)).filter(
      ({ data }) => data.viewer.memberId === memberId || data.watched.includes(memberId),
    );
    for (const socket of watchers)
      void this.#lookUps.run(laneOf(socket.data.viewer.memberId, lanes), () => this.#watchAgain(socket));
  }

  /** Who worked with whom decides who sees that somebody is here. */
  limitsChanged({ companyId }: EventOf<"limits:changed">): void {
    for (const socket of socketsIn(this.#io, rooms.company(companyId)))
      void this.#lookUps.run(laneOf(socket.data.viewer.memberId, lanes), () => this.#watchAgain(socket));
  }

  ended({ sessionId }: EventOf<"session:ended">): void {
    socketsIn(this.#io, rooms.session(sessionId)).forEach(cut);
  }

  changed({ companyId, memberId }: EventOf<"access:changed">): void {
    const room = memberId ? rooms.member(companyId, memberId) : rooms.company(companyId);
    for (const socket of socketsIn(this.#io, room)) void this.#orHangUp(socket, () => recheck(socket));
  }

  /** Events may have been missed: every socket is told to catch up. With `access`, each socket's access is first checked again. */
  catchUp({ access }: { access: boolean }): void {
    const sockets = [...this.#io.sockets.sockets.values()];
    if (access) for (const socket of sockets) leaveThreads(socket);
    for (const socket of sockets) {
      void this.#lookUps.run(laneOf(socket.data.viewer.memberId, lanes), async () => {
        if (access) await this.#orHangUp(socket, () => this.#enterAgain(socket));
        socket.emit("sync");
      });
    }
  }

  async #enterAgain(socket: LiveSocket): Promise<void> {
    await socket.data.entered;
    await recheck(socket);
    if (socket.connected) await this.#join(socket);
  }

  async #join(socket: LiveSocket): Promise<void> {
    const { viewer } = socket.data;
    const { companyId } = viewer;
    const entrance = await findEntrance(viewer);
    if (!socket.connected) return;
    if (entrance.role !== viewer.role || entrance.kind !== viewer.kind) {
      cut(socket);
      return;
    }
    socket.join(entrance.threads.map(({ id }) => rooms.thread(companyId, id)));
    for (const { id, revision } of entrance.threads) this.#lines.follow(companyId, id, revision);
    this.#prefer(socket, entrance);
  }

  #prefer(socket: LiveSocket, { sharesReads, showsOnline, parted }: Entrance) {
    if (!socket.connected) return;
    const { companyId } = socket.data.viewer;
    const stands = {
      [rooms.unshared(companyId)]: !sharesReads,
      [rooms.parted(companyId)]: parted.length > 0,
    };
    for (const [room, inside] of Object.entries(stands)) {
      if (inside) socket.join(room);
      else socket.leave(room);
    }
    Object.assign(socket.data, { sharesReads, showsOnline, parted: new Set(parted) });
    if (showsOnline) this.#presence.come(socket);
    else this.#presence.hide(socket);
  }

  /** One after another: the last one knows. */
  #preferAgain(socket: LiveSocket): Promise<void> {
    return this.#lookUps.run(laneOf(socket.data.viewer.memberId, lanes), () =>
      this.#orHangUp(socket, async () => {
        await socket.data.entered;
        this.#prefer(socket, await findEntrance(socket.data.viewer));
        await this.#presence.watchAgain(socket);
      }),
    );
  }

  async #lookInto(sockets: LiveSocket[], companyId: string, threadId: string): Promise<void> {
    await Promise.all(sockets.map(({ data }) => data.entered));
    const room = rooms.thread(companyId, threadId);
    for (const socket of sockets) {
      if (!socket.connected) continue;
      await this.#orHangUp(socket, async () => {
        const revision = await findRevision(socket.data.viewer, threadId);
        if (!socket.connected) return;
        if (revision === undefined) {
          socket.leave(room);
          socket.emit("thread:gone", { threadId });
        } else {
          socket.join(room);
          this.#lines.follow(companyId, threadId, revision);
          // It was out of the room for a moment, and has to fetch what was delivered meanwhile.
          socket.emit("thread:changed", { threadId, from: revision, to: revision, lines: [] });
        }
        socket.emit("threads:changed");
      });
    }
  }

  #watchAgain(socket: LiveSocket): Promise<void> {
    return this.#orHangUp(socket, async () => {
      await socket.data.entered;
      if (socket.connected) await this.#presence.watchAgain(socket);
    });
  }

  async #orHangUp(socket: LiveSocket, work: () => Promise<void>): Promise<void> {
    try {
      await work().catch((error: unknown) => {
        // Nothing is found any more by who has left meanwhile: they are told so, not only cut off.
        if (error instanceof NotFound) return recheck(socket);
        throw error;
      });
    } catch (error) {
      const { companyId, memberId } = socket.data.viewer;
      log.error("a socket's access could not be looked up", { companyId, memberId, err: error });
      hangUp(socket);
    }
  }
}

function leaveThreads(socket: LiveSocket): void {
  const threads = rooms.thread(socket.data.viewer.companyId, "");
  for (const room of socket.rooms) if (room.startsWith(threads)) socket.leave(room);
}
