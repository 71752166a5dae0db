import type { z } from "zod";
import type {
  markReadSchema,
  sendMessageSchema,
  syncThreadSchema,
  threadIdSchema,
  watchPresenceSchema,
} from "#lib/chat/input.ts";
import type { ChatLine, SharedMark, ThreadChanges } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type Answer<T> = (result: ActionResult<T>) => void;

/** What a browser says to the sidecar; each is answered. */
export type ClientEvents = {
  /** The answer is a push as well: `pushOf`. */
  "message:send": (input: z.input<typeof sendMessageSchema>, answer: Answer<ChatLine>) => void;
  "thread:sync": (input: z.input<typeof syncThreadSchema>, answer: Answer<ThreadChanges>) => void;
  "thread:read": (input: z.input<typeof markReadSchema>, answer: Answer<null>) => void;
  /** Said again every few seconds while one types. */
  "thread:typing": (input: z.input<typeof threadIdSchema>, answer: Answer<null>) => void;
  /** From now on, in place of those named before: tell whether these members are here. Answers who is. */
  "presence:watch": (
    input: z.input<typeof watchPresenceSchema>,
    answer: Answer<{ online: string[] }>,
  ) => void;
  "unread:count": (input: null, answer: Answer<{ unread: number }>) => void;
};

/** Lines of a thread after their changes. A screen that knows revision `from` knows `to` with them; one before it has to ask. */
export type ThreadPush = { threadId: string; from: number; to: number; lines: ChatLine[] };

/** What the answer to a sent message tells: that one change. The socket that sent it may hear of it in no other way. */
export function pushOf(line: ChatLine): ThreadPush {
  return { threadId: line.threadId, from: line.revision - 1, to: line.revision, lines: [line] };
}

/** What the sidecar tells a browser. Anything told may be lost: `sync` and a new connection ask it to catch up. */
export type ServerEvents = {
  "thread:changed": (push: ThreadPush) => void;
  /** The viewer's own read mark moved, here or on another of their screens. */
  "thread:read": (mark: { threadId: string; number: number }) => void;
  /** Another's mark moved, and both share theirs. */
  "thread:seen": (mark: { threadId: string } & SharedMark) => void;
  "thread:typing": (typing: { threadId: string; memberId: string }) => void;
  /** The viewer's list of threads is another than before. */
  "threads:changed": () => void;
  /** The viewer may no longer read this one. */
  "thread:gone": (thread: { threadId: string }) => void;
  presence: (presence: { memberId: string; online: boolean }) => void;
  "feed:new": (line: { eventId: string }) => void;
  /** The sidecar may have missed something. */
  sync: () => void;
  /** The session ended or the member may no longer be here: the page has to be loaded anew. No reconnecting. */
  ended: () => void;
};
