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
 * Who is online, over all sidecars and without the database: each tells the others every 20 seconds whom it has. Members who do not
 * show that they are online are not announced, and see nobody.
 */
export class Presence {
  readonly #io: LiveServer;
  readonly #tell: Tell;
  readonly #sidecarId = newId();
  readonly #roll = new PresenceRoll();
  /** The members with sockets in this process; `leaving` runs when the last one has gone. */
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

  /** A socket has connected whose member shows that they are online. */
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

  /** A socket has disconnected. Its member goes offline after a moment, unless another socket is there by then, as after a reload. */
  leave(socket: LiveSocket): void {
    const key = keyOf(socket.data.viewer);
    const known = this.#here.get(key);
    if (!known?.sockets.delete(socket.id) || known.sockets.size > 0) return;
    known.leaving = setTimeout(() => this.#end([key]), graceMs);
  }

  /** The socket's member has stopped showing whether they are online. */
  hide(socket: LiveSocket): void {
    const key = keyOf(socket.data.viewer);
    clearTimeout(this.#here.get(key)?.leaving);
    if (this.#here.has(key)) this.#end([key]);
  }

  /** From now on the socket hears of these members, and of no others. Returns those of them who are online. */
  watch(socket: LiveSocket, memberIds: string[]): Promise<string[]> {
    return inTurn(socket, async () => {
      socket.data.watched = memberIds;
      const { seen } = await this.#look(socket);
      return [...seen].filter((memberId) => this.#isHere(socket, memberId));
    });
  }

  /** Checks again whom the socket may watch, and tells it only what that changes. */
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

  /** The process stops: its members are offline until they reconnect elsewhere. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { leaving } of this.#here.values()) clearTimeout(leaving);
    this.#end([...this.#here.keys()]);
  }

  /** Joins the presence rooms that the socket may be in now. Returns whom it sees, and whom it saw before. */
  async #look(socket: LiveSocket): Promise<{ seen: Set<string>; before: Set<string> }> {
    const { viewer, watched } = socket.data;
    const watchable =
      socket.data.showsOnline && watched.length > 0 ? await listWatchable(viewer, watched) : [];
    // A socket that disconnected meanwhile sees nobody, and must join no room.
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

/** Runs the look-ups of a socket one after another: the last one decides. */
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

/** Those of these members whose presence the viewer may see. */
async function listWatchable(viewer: Viewer, memberIds: string[]): Promise<string[]> {
  const watchable = await withViewer(
    viewer,
    (tx) => sqlRows(tx, z.object({ id: z.uuid() }))`SELECT watchable_members(${memberIds}::uuid[]) AS id`,
  );
  return watchable.map(({ id }) => id);
}
