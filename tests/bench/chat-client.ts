import { io, type Socket } from "socket.io-client";
import { sendBySocket } from "#components/chat/frame/send-by-socket.ts";
import type { LiveSocket } from "#components/live/live-socket.ts";
import type { ThreadPush } from "#lib/chat/schema.ts";

/** Which server is measured, and where. */
export type Target = { kind: "okaeri" | "baseline"; url: string };

type Client = {
  member: string;
  /** Resolves when the message is acknowledged. */
  send: (text: string) => Promise<void>;
  /** Hears the texts of others and of oneself, each once. */
  listen: (hear: (text: string) => void) => void;
  close: () => void;
};

const options = { transports: ["websocket"], forceNew: true };

/** Somebody in a room; `member` is their session's token, by which they are let in. */
export async function connectClient(target: Target, threadId: string, member: string): Promise<Client> {
  return target.kind === "okaeri"
    ? connectOkaeri(target.url, threadId, member)
    : connectBaseline(target.url, threadId, member);
}

async function connectOkaeri(url: string, threadId: string, member: string): Promise<Client> {
  const socket: LiveSocket = io(url, {
    ...options,
    auth: { company: "bench" },
    extraHeaders: { origin: "http://localhost:3000", cookie: `okaeri-session=${member}` },
  });
  let take = (_: ThreadPush) => {};
  await connected(socket);
  const known = await socket.emitWithAck("unread:count", null);
  if (!known.ok) throw new Error(known.code);
  return {
    member,
    async send(text) {
      const message = { threadId, clientId: crypto.randomUUID(), text, mentions: [], files: [] };
      const answer = await sendBySocket(socket, message, take);
      if (!answer.ok) throw new Error(`a message is refused: ${answer.code}`);
    },
    listen(hear) {
      let revision: number | undefined;
      take = (push) => {
        // The bench drops nothing, so a gap is a fault.
        if (revision !== undefined && push.from > revision) throw new Error("a push leaves a gap");
        const fresh = push.lines.filter((line) => line.revision > (revision ?? push.from));
        revision = Math.max(revision ?? 0, push.to);
        for (const line of fresh) hear(line.text);
      };
      socket.on("thread:changed", take);
    },
    close: () => socket.disconnect(),
  };
}

async function connectBaseline(url: string, room: string, author: string): Promise<Client> {
  const socket = io(url, { ...options, auth: { rooms: [room], author } });
  await connected(socket);
  return {
    member: author,
    async send(text) {
      await socket.emitWithAck("message", { room, text });
    },
    listen: (hear) => void socket.on("message", ({ text }: { text: string }) => hear(text)),
    close: () => socket.disconnect(),
  };
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
}
