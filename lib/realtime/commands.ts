import { z } from "zod";
import { parseInput, refusalOf } from "#lib/answers.ts";
import { listMessagesAfter, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/read-marks.ts";
import { markReadSchema, sendMessageSchema, syncThreadSchema } from "#lib/chat/schema.ts";
import type { ClientEvents } from "#lib/chat/socket-events.ts";
import { countUnread, findThread } from "#lib/chat/threads.ts";
import { Allowance } from "./allowance.ts";
import { cut, enterRooms } from "./gate.ts";
import type { LiveSocket } from "./rooms.ts";

const commands = new Allowance({ burst: 120, perSecond: 30 });
const messages = new Allowance({ burst: 30, perSecond: 3 });

/** Answers what a browser asks, in its viewer's name, once the socket is in its rooms. */
export function answerCommands(socket: LiveSocket): void {
  const { viewer } = socket.data;
  const ready = enterRooms(socket).catch((error) => {
    console.error("[realtime] rooms", error);
    cut(socket);
  });

  on("message:send", sendMessageSchema, (input) => {
    messages.take(viewer.userId);
    return sendMessage(viewer, input);
  });
  on("thread:sync", syncThreadSchema, async ({ threadId, after }) => {
    const page = await listMessagesAfter(viewer, threadId, after);
    return { ...page, readNumber: (await findThread(viewer, threadId)).readNumber };
  });
  on("thread:read", markReadSchema, async ({ threadId, number }) => {
    await markRead(viewer, threadId, number);
    return null;
  });
  on("unread:count", z.null(), async () => ({ unread: await countUnread(viewer) }));

  function on<Schema extends z.ZodType, T>(
    name: keyof ClientEvents,
    schema: Schema,
    command: (input: z.output<Schema>) => Promise<T>,
  ): void {
    socket.on(name, async (input: unknown, reply: unknown) => {
      if (typeof reply !== "function") return;
      try {
        commands.take(viewer.userId);
        await ready;
        reply({ ok: true, data: await command(parseInput(schema, input)) });
      } catch (error) {
        reply(refusalOf(error));
      }
    });
  }
}
