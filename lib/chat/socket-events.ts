import type { z } from "zod";
import type {
  ChatLine,
  ChatPage,
  markReadSchema,
  sendMessageSchema,
  syncThreadSchema,
} from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type Answer<T> = (result: ActionResult<T>) => void;

/** What a browser says to the sidecar; each is answered. */
export type ClientEvents = {
  "message:send": (input: z.input<typeof sendMessageSchema>, answer: Answer<ChatLine>) => void;
  "thread:sync": (
    input: z.input<typeof syncThreadSchema>,
    answer: Answer<ChatPage & { readNumber: number }>,
  ) => void;
  "thread:read": (input: z.input<typeof markReadSchema>, answer: Answer<null>) => void;
  "unread:count": (input: null, answer: Answer<{ unread: number }>) => void;
};

/** What the sidecar tells a browser. Anything told may be lost: `sync` and a new connection ask it to catch up. */
export type ServerEvents = {
  "message:new": (line: ChatLine) => void;
  /** The viewer's own read mark moved, here or on another of their screens. */
  "thread:read": (mark: { threadId: string; number: number }) => void;
  "feed:new": (line: { eventId: string }) => void;
  /** The sidecar may have missed something. */
  sync: () => void;
  /** The session ended or the member may no longer be here: the page has to be loaded anew. No reconnecting. */
  ended: () => void;
};
