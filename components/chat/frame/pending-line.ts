import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatFile, Quote } from "#lib/chat/schema.ts";

/** A line of the viewer's own that is not known to be committed. */
export type PendingLine = {
  clientId: string;
  text: string;
  /** ISO. Later for a later line of the same thread. */
  writtenAt: string;
  quote: Quote | null;
  mentions: string[];
  /** Uploaded already. */
  files: ChatFile[];
  /** Will not be sent: the server said no, for a reason that errors.json names. */
  refused?: string;
};

/** What the server is asked to commit. */
export function messageOf(threadId: string, line: PendingLine): SendMessage {
  const { clientId, text, quote, mentions, files } = line;
  const message = { threadId, clientId, text, mentions, files: files.map(({ id }) => id) };
  return quote ? { ...message, quoted: quote.number } : message;
}
