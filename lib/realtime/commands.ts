import { z } from "zod";
import { allowances } from "#lib/allowance.ts";
import { parseInput, refusalOf } from "#lib/answers.ts";
import {
  markReadSchema,
  sendMessageSchema,
  syncThreadSchema,
  threadIdSchema,
  watchPresenceSchema,
} from "#lib/chat/input.ts";
import { listChanges, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import type { ClientEvents } from "#lib/chat/socket-events.ts";
import { countUnread } from "#lib/chat/thread-list.ts";
import type { Presence } from "./presence.ts";
import type { LiveSocket } from "./rooms.ts";
import type { ThreadLines } from "./thread-lines.ts";
import type { Typing } from "./typing.ts";

type Parts = { lines: ThreadLines; typing: Typing; presence: Presence };

/** Answers what a browser asks, in its viewer's name, once the socket is in its rooms. */
export function answerCommands(socket: LiveSocket, { lines, typing, presence }: Parts): void {
  const { viewer } = socket.data;

  on("message:send", sendMessageSchema, (input) => {
    allowances().messages.take(viewer.userId);
    const { threadId, clientId } = input;
    const sending = { clientId, socketId: socket.id };
    return lines.whileSending(viewer.companyId, threadId, sending, () => sendMessage(viewer, input));
  });
  on("thread:sync", syncThreadSchema, ({ threadId, after }) => listChanges(viewer, threadId, after));
  on("thread:read", markReadSchema, async ({ threadId, number }) => {
    await markRead(viewer, threadId, number);
    return null;
  });
  on("thread:typing", threadIdSchema, async ({ threadId }) => {
    await typing.typed(socket, threadId);
    return null;
  });
  on("presence:watch", watchPresenceSchema, async ({ memberIds }) => ({
    online: await presence.watch(socket, memberIds),
  }));
  on("unread:count", z.null(), async () => ({ unread: await countUnread(viewer) }));

  function on<Schema extends z.ZodType, T>(
    name: keyof ClientEvents,
    schema: Schema,
    command: (input: z.output<Schema>) => Promise<T>,
  ): void {
    socket.on(name, async (input: unknown, reply: unknown) => {
      if (typeof reply !== "function") return;
      try {
        allowances().commands.take(viewer.userId);
        await socket.data.entered;
        reply({ ok: true, data: await command(parseInput(schema, input)) });
      } catch (error) {
        reply(refusalOf(error));
      }
    });
  }
}
