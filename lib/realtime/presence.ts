import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { newId } from "#lib/ids.ts";
import type { OkaeriEvent } from "#lib/live/events.ts";
import { sqlRows } from "#lib/sql.ts";
import type { Tell } from "./bus.ts";
import { PresenceRoll } from "./presence-roll.ts";
import { type LiveServer, type LiveSocket, rooms } from "./rooms.ts";

type Heard = Extract<OkaeriEvent, { type: `presence:${string}` }>;
type Named = { companyId: string; memberId: string };

const graceMs = 5_000;
const repeatEveryMs = 20_000;
const countsForMs = 50_000;
const expireEveryMs = 5_000;
// A NOTIFY holds less than 8,000 bytes.
const maxAtOnce = 150;

/**
 * Who of a company is here, over all sidecars and without the database: each tells the others whom it has, again and again. Anyone who
 * does not show that they are here is not told of, and sees nobody.
 */
export class Presence {
  readonly #io: LiveServer;
  readonly #tell: Tell;
  readonly #sidecarId = newId();
  readonly #roll = new PresenceRoll();
  /** Those of this process, who may just have gone. */
  readonly #here = new Map<string, { sockets: Set<string>; leaving?: NodeJS.Timeout | undefined }>();
  readonly #timers: NodeJS.Timeout[];

  constructor(io: LiveServer, tell: Tell) {
    this.#io = io;
    this.#tell = tell;
    this.#timers = [
      setInterval(() => this.#repeat(), repeatEveryMs),
      setInterval(() => this.#show(this.#roll.expire(performance.now()), false), expireEveryMs),
    ];
    tell({ type: "presence:asked", sidecarId: this.#sidecarId });
  }

  /** A socket is in, and shows that its member is here. */
  come(socket: LiveSocket): void {
    const key = keyOf(socket.data.viewer);
    const known = this.#here.get(key);
    if (known) {
      clearTimeout(known.leaving);
      known.leaving = undefined;
      known.sockets.add(socket.id);
      return;
    }
    this.#here.set(key, { sockets: new Set([socket.id]) });
    this.#announce("presence:here", [key]);
  }

  /** A socket is gone. Its member is so after a while, if they have no other: a page that is loaded again is no going. */
  leave(socket: LiveSocket): void {
    const key = keyOf(socket.data.viewer);
    const known = this.#here.get(key);
    if (!known?.sockets.delete(socket.id) || known.sockets.size > 0) return;
    known.leaving = setTimeout(() => this.#end([key]), graceMs);
  }

  /** The socket's member no longer shows whether they are here. */
  hide(socket: LiveSocket): void {
    const key = keyOf(socket.data.viewer);
    clearTimeout(this.#here.get(key)?.leaving);
    if (this.#here.has(key)) this.#end([key]);
  }

  /** From now on, in place of those before, the socket hears of these members; those of them who are here. */
  watch(socket: LiveSocket, memberIds: string[]): Promise<string[]> {
    return inTurn(socket, async () => {
      socket.data.watched = memberIds;
      const { seen } = await this.#look(socket);
      return [...seen].filter((memberId) => this.#isHere(socket, memberId));
    });
  }

  /** Looks again whom the socket may watch, and tells it of those alone for whom that has changed. */
  async watchAgain(socket: LiveSocket): Promise<void> {
    if (socket.data.toLookAgain) return;
    socket.data.toLookAgain = true;
    await inTurn(socket, async () => {
      socket.data.toLookAgain = false;
      const { seen, before } = await this.#look(socket);
      for (const memberId of before)
        if (!seen.has(memberId)) socket.emit("presence", { memberId, online: false });
      for (const memberId of seen)
        if (!before.has(memberId) && this.#isHere(socket, memberId))
          socket.emit("presence", { memberId, online: true });
    });
  }

  hear(event: Heard): void {
    if (event.type === "presence:asked") {
      if (event.sidecarId !== this.#sidecarId) this.#repeat();
      return;
    }
    if (event.sidecarId === this.#sidecarId) return;
    const keys = event.memberIds.map((memberId) => keyOf({ companyId: event.companyId, memberId }));
    if (event.type === "presence:gone") this.#show(this.#roll.remove(event.sidecarId, keys), false);
    else this.#show(this.#roll.add(event.sidecarId, keys, performance.now() + countsForMs), true);
  }

  /** The process stops: anyone who was here comes back elsewhere, or not. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { leaving } of this.#here.values()) clearTimeout(leaving);
    this.#end([...this.#here.keys()]);
  }

  /** Whom the socket sees come and go from here on, and whom it saw before. */
  async #look(socket: LiveSocket): Promise<{ seen: Set<string>; before: Set<string> }> {
    const { viewer, watched } = socket.data;
    const watchable =
      socket.data.showsOnline && watched.length > 0 ? await listWatchable(viewer, watched) : [];
    // One that went meanwhile sees nobody, and is put into no room any more.
    const seen = new Set(socket.connected && socket.data.showsOnline ? watchable : []);
    const room = (memberId: string) => rooms.presence(viewer.companyId, memberId);
    const before = new Set(
      [...socket.rooms].flatMap((name) => (name.startsWith(room("")) ? name.slice(room("").length) : [])),
    );
    for (const memberId of before) if (!seen.has(memberId)) socket.leave(room(memberId));
    socket.join([...seen].map(room));
    return { seen, before };
  }

  #isHere(socket: LiveSocket, memberId: string): boolean {
    return this.#roll.has(keyOf({ companyId: socket.data.viewer.companyId, memberId }));
  }

  #end(keys: string[]): void {
    for (const key of keys) this.#here.delete(key);
    this.#announce("presence:gone", keys);
  }

  #repeat(): void {
    this.#announce("presence:here", [...this.#here.keys()]);
  }

  /** Tells the other sidecars, and shows it here at once. */
  #announce(type: "presence:here" | "presence:gone", keys: string[]): void {
    const sidecarId = this.#sidecarId;
    if (type === "presence:gone") this.#show(this.#roll.remove(sidecarId, keys), false);
    else this.#show(this.#roll.add(sidecarId, keys, Number.POSITIVE_INFINITY), true);
    const byCompany = Map.groupBy(keys.map(namedBy), ({ companyId }) => companyId);
    for (const [companyId, members] of byCompany) {
      const memberIds = members.map(({ memberId }) => memberId);
      for (let start = 0; start < memberIds.length; start += maxAtOnce)
        this.#tell({ type, companyId, memberIds: memberIds.slice(start, start + maxAtOnce), sidecarId });
    }
  }

  #show(keys: string[], online: boolean): void {
    for (const { companyId, memberId } of keys.map(namedBy))
      this.#io.to(rooms.presence(companyId, memberId)).emit("presence", { memberId, online });
  }
}

/** One look of a socket after the other: the later one holds. */
function inTurn<T>(socket: LiveSocket, look: () => Promise<T>): Promise<T> {
  const turn = socket.data.looking.then(look);
  socket.data.looking = turn.then(
    () => {},
    () => {},
  );
  return turn;
}

function keyOf({ companyId, memberId }: Named): string {
  return `${companyId}:${memberId}`;
}

function namedBy(key: string): Named {
  const [companyId = "", memberId = ""] = key.split(":");
  return { companyId, memberId };
}

/** Of these ids those of members whom the viewer may see come and go. */
async function listWatchable(viewer: Viewer, memberIds: string[]): Promise<string[]> {
  const watchable = await withViewer(
    viewer,
    (tx) => sqlRows(tx, z.object({ id: z.uuid() }))`SELECT watchable_members(${memberIds}::uuid[]) AS id`,
  );
  return watchable.map(({ id }) => id);
}
