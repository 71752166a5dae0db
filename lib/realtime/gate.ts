import type { IncomingMessage } from "node:http";
import { parseCookie } from "cookie";
import { z } from "zod";
import { sessionCookie } from "#lib/auth/cookie.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { slugSchema } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { LiveSocket, SocketData } from "./rooms.ts";

const handshake = z.object({ company: slugSchema });

/** Whether a browser page of ours asks: browsers hold WebSockets to no same-origin rule. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  return env().origins.includes(request.headers.origin ?? "");
}

/** Admits a socket as a member of the company that it names, by the session cookie; others get "not-found". When the database fails, it is disconnected; the client reconnects. */
export async function admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
  try {
    Object.assign(socket.data, {
      viewer: await identify(socket),
      entered: Promise.resolve(),
      sharesReads: false,
      showsOnline: false,
      parted: new Set(),
      watched: [],
      looking: Promise.resolve(),
      toLookAgain: false,
    } satisfies SocketData);
    next();
  } catch (error) {
    if (!(error instanceof NotFound)) {
      log.error("a handshake failed", { err: error });
      hangUp(socket);
    }
    next(new Error(error instanceof NotFound ? error.code : "unexpected"));
  }
}

/** Cuts a socket whose session has ended, or whose member may no longer be here as who they were. */
export async function recheck(socket: LiveSocket): Promise<void> {
  const { viewer } = socket.data;
  try {
    const now = await identify(socket);
    if (now.memberId === viewer.memberId && now.role === viewer.role && now.kind === viewer.kind) return;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  cut(socket);
}

export function cut(socket: Pick<LiveSocket, "emit" | "disconnect">): void {
  socket.emit("ended");
  socket.disconnect(true);
}

/** Closes the connection as a network failure would: the client reconnects, and is checked again. */
export function hangUp(socket: LiveSocket): void {
  socket.conn.close();
}

async function identify(socket: LiveSocket): Promise<Viewer> {
  const asked = handshake.safeParse(socket.handshake.auth);
  const token = parseCookie(socket.handshake.headers.cookie ?? "")[sessionCookie().name];
  const session = asked.success && token ? await findSession(token) : null;
  if (!asked.success || !session) throw new NotFound();
  return findViewer(session.account, asked.data.company);
}
