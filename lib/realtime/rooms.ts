import type { Server, Socket } from "socket.io";
import type { Viewer } from "#lib/auth/schema.ts";
import type { ServerEvents } from "#lib/live/events.ts";
import type { ViewerKind } from "#lib/people/audiences.ts";

type Nothing = Record<string, never>;
/** Untrusted input from the browser: commands.ts parses it. */
type Said = Record<string, (input: unknown, reply: unknown) => void>;

/** Who a socket is, as the handshake found it, and what it may see of others. */
export type SocketData = {
  viewer: Viewer;
  /** Settled when the socket is in its rooms. */
  entered: Promise<void>;
  sharesReads: boolean;
  showsOnline: boolean;
  /** Those whom a block parts from its member. */
  parted: ReadonlySet<string>;
  /** The members whose presence it asked for. */
  watched: string[];
  /** Settles when the latest look-up of whom it may see is done. */
  looking: Promise<void>;
  /** A look-up of them is queued. */
  toLookAgain: boolean;
};

export type LiveServer = Server<Said, ServerEvents, Nothing, SocketData>;
export type LiveSocket = Socket<Said, ServerEvents, Nothing, SocketData>;

/** Names of rooms. A thread's and a member's room carry the company: ids are the company's own. */
export const rooms = {
  session: (sessionId: string) => `session:${sessionId}`,
  company: (companyId: string) => `company:${companyId}`,
  /** Those of a company who look at others as such. */
  viewers: (companyId: string, kind: ViewerKind) => `viewers:${companyId}:${kind}`,
  member: (companyId: string, memberId: string) => `member:${companyId}:${memberId}`,
  thread: (companyId: string, threadId: string) => `thread:${companyId}:${threadId}`,
  /** Those who see no read marks, since they show none. */
  unshared: (companyId: string) => `unshared:${companyId}`,
  /** Those whom a block parts from somebody. */
  parted: (companyId: string) => `parted:${companyId}`,
  /** Those who watch a member come and go. */
  presence: (companyId: string, memberId: string) => `presence:${companyId}:${memberId}`,
};

/** The sockets of this process in a room whose members a block parts from somebody: they are told apart, if at all. */
export function apartIn(io: LiveServer, companyId: string, room: string): LiveSocket[] {
  return socketsIn(io, rooms.parted(companyId)).filter((socket) => socket.rooms.has(room));
}

/** Of these rooms' sockets those to which a member's doings are not told, as rooms to leave out: the member's own, and whom a block parts from them. */
export function unconcerned(io: LiveServer, companyId: string, memberId: string): string[] {
  const parted = socketsIn(io, rooms.parted(companyId)).filter(({ data }) => data.parted.has(memberId));
  return [rooms.member(companyId, memberId), ...parted.map(({ id }) => id)];
}

/** The sockets of this process in a room. */
export function socketsIn(io: LiveServer, room: string): LiveSocket[] {
  const ids = io.sockets.adapter.rooms.get(room) ?? [];
  return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}
