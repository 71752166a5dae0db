import type { Server, Socket } from "socket.io";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import type { ClientEvents, ServerEvents } from "#lib/chat/socket-events.ts";

type Nothing = Record<string, never>;

/** Who a socket is, as the handshake found it. */
export type SocketData = { viewer: Viewer; account: Account; slug: string };

export type LiveServer = Server<ClientEvents, ServerEvents, Nothing, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, Nothing, SocketData>;

/** Names of rooms. A thread's and a member's room carry the company: ids are the company's own. */
export const rooms = {
  session: (sessionId: string) => `session:${sessionId}`,
  company: (companyId: string) => `company:${companyId}`,
  member: (companyId: string, memberId: string) => `member:${companyId}:${memberId}`,
  thread: (companyId: string, threadId: string) => `thread:${companyId}:${threadId}`,
};
