import type { SentLine } from "#components/chat/message/message-commands.ts";
import { quotedText } from "#lib/chat/policy.ts";
import type { Quote } from "#lib/chat/schema.ts";

/** A line as a reply to it shows it. */
export function quoteOf({ number, authorId, text, deleted, files }: Omit<SentLine, "reactions">): Quote {
  return { number, authorId, text: quotedText(text), deleted, files: files.length };
}
