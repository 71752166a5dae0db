import { z } from "zod";
import { allowances } from "#lib/allowance.ts";
import { parseInput, refusalOf, timeAction } from "#lib/answers.ts";
import {
  markReadSchema,
  sendMessageSchema,
  syncThreadSchema,
  threadIdSchema,
  watchPresenceSchema,
} from "#lib/chat/input.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { countUnread } from "#lib/chat/thread-list.ts";
import { newId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { withinRequest } from "#lib/request-context.ts";
import type { ActionResult } from "#lib/results.ts";
import type { Presence } from "./presence.ts";
import type { LiveSocket } from "./rooms.ts";
import type { ThreadLines } from "./thread-lines.ts";
import type { Typing } from "./typing.ts";

type Parts = { lines: ThreadLines; typing: Typing; presence: Presence };

/** Answers the commands of a socket as its viewer, once the socket is in its rooms. */
export function answerCommands(socket: LiveSocket, parts: Parts): void {
  for (const [action, command] of Object.entries(commandsOf(socket, parts)))
    socket.on(action, (input, reply) => {
      if (typeof reply !== "function") return;
      const { companyId, memberId } = socket.data.viewer;
      void withinRequest({ requestId: newId(), action, companyId, memberId }, async () => {
        const answer = await answerTo(socket, async () => await command(input));
        log.debug("a command was answered");
        reply(answer);
      });
    });
}

async function answerTo<T>(socket: LiveSocket, command: () => Promise<T>): Promise<ActionResult<T>> {
  const end = timeAction("socket");
  try {
    allowances().commands.take(socket.data.viewer.userId);
    await socket.data.entered;
    const data = await command();
    end("ok");
    return { ok: true, data };
  } catch (error) {
    const refusal = refusalOf(error);
    end(refusal.code);
    return refusal;
  }
}

/** What a browser says to the sidecar; each is answered. */
export type ClientEvents = {
  [Name in keyof Commands]: (
    input: z.input<Commands[Name]["schema"]>,
    answer: (result: ActionResult<Awaited<ReturnType<Commands[Name]>>>) => void,
  ) => void;
};
type Commands = ReturnType<typeof commandsOf>;

function commandsOf(socket: LiveSocket, { lines, typing, presence }: Parts) {
  const { viewer } = socket.data;
  return {
    /** The answer is a push as well: `pushOf`. */
    "message:send": command(sendMessageSchema, (input) => {
      allowances().messages.take(viewer.userId);
      const { threadId, clientId } = input;
      const sending = { clientId, socketId: socket.id };
      return lines.whileSending(viewer.companyId, threadId, sending, () => sendMessage(viewer, input));
    }),
    "thread:sync": command(syncThreadSchema, ({ threadId, after }) => listChanges(viewer, threadId, after)),
    "thread:read": command(markReadSchema, async ({ threadId, number }) => {
      await markRead(viewer, threadId, number);
      return null;
    }),
    /** Said again every few seconds while one types. */
    "thread:typing": command(threadIdSchema, async ({ threadId }) => {
      await typing.typed(socket, threadId);
      return null;
    }),
    /** Watches the presence of these members instead of those named before. Answers who of them is online. */
    "presence:watch": command(watchPresenceSchema, async ({ memberIds }) => ({
      online: await presence.watch(socket, memberIds),
    })),
    "unread:count": command(z.null(), async () => ({ unread: await countUnread(viewer) })),
  };
}

function command<Schema extends z.ZodType, T>(schema: Schema, run: (input: z.output<Schema>) => Promise<T>) {
  return Object.assign(async (input: unknown) => run(parseInput(schema, input)), { schema });
}
