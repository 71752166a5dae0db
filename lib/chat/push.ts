import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";

/** The push for a message that was just sent: one line, one revision. The socket that sent it gets it from the acknowledgement only. */
export function pushOf(line: ChatLine): ThreadPush {
  return { threadId: line.threadId, from: line.revision - 1, to: line.revision, lines: [line] };
}
