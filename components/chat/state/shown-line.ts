import type { PendingLine } from "#components/chat/frame/kept-lines.ts";
import { quotedText } from "#lib/chat/policy.ts";
import type { ChatFile, ChatLine, Notice, Quote, Reaction } from "#lib/chat/schema.ts";

/** A line as the screen sets it, whether the server has it or not. */
export type ShownLine = {
  /** The same before and after the server has it, so that the line on the screen stays the same one. */
  key: string;
  authorId: string;
  clientId: string;
  text: string;
  /** ISO */
  at: string;
  state: "sent" | "waiting" | "refused";
  /** Why it was refused: a key of errors.json. */
  reason: string | null;
  /** Null until the server has given it them. */
  number: number | null;
  revision: number | null;
  editedAt: string | null;
  deleted: boolean;
  notice: Notice | null;
  quote: Quote | null;
  mentions: string[];
  reactions: Reaction[];
  files: ChatFile[];
};

/** A line that is sent, as far as one acts on it. */
export type SentLine = Pick<ChatLine, "number" | "authorId" | "text" | "reactions" | "deleted"> & {
  files: readonly unknown[];
};

export function toShownLine({ id: _, threadId: __, sentAt: at, ...line }: ChatLine): ShownLine {
  return { ...line, key: `${line.authorId}:${line.clientId}`, at, state: "sent", reason: null };
}

/** `after`: when the line above it was sent. */
export function pendingLine(
  { writtenAt, refused, ...line }: PendingLine,
  authorId: string,
  after: string,
): ShownLine {
  return {
    ...line,
    key: `${authorId}:${line.clientId}`,
    authorId,
    // Clocks differ: a line that waits is never set before one that is there.
    at: writtenAt > after ? writtenAt : after,
    state: refused === undefined ? "waiting" : "refused",
    reason: refused ?? null,
    number: null,
    revision: null,
    editedAt: null,
    deleted: false,
    notice: null,
    reactions: [],
  };
}

/** A line as a reply to it shows it. */
export function quoteOf({ number, authorId, text, deleted, files }: Omit<SentLine, "reactions">): Quote {
  return { number, authorId, text: quotedText(text), deleted, files: files.length };
}
