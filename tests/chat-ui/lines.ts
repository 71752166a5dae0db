import type { PendingLine } from "#components/chat/frame/kept-lines.ts";
import { type ConversationState, openConversation } from "#components/chat/state/conversation-state.ts";
import type { ChatLine } from "#lib/chat/schema.ts";

export const threadId = idOf(900);
export const me = idOf(901);
export const other = idOf(902);

/** A line of a thread as it was written; two with the same `client` carry the same client id. */
export function line(number: number, authorId = other, client = 10_000 + number): ChatLine {
  const sentAt = new Date(Date.UTC(2026, 10, 22) + number * 1_000).toISOString();
  return {
    threadId,
    number,
    revision: number,
    id: idOf(number),
    authorId,
    clientId: idOf(client),
    text: `line ${number}`,
    sentAt,
    editedAt: null,
    deleted: false,
    notice: null,
    quote: null,
    mentions: [],
    reactions: [],
    files: [],
  };
}

export function pending(client: number): PendingLine {
  const writtenAt = new Date(Date.UTC(2026, 10, 22) + client).toISOString();
  return { clientId: idOf(client), text: `line ${client}`, writtenAt, quote: null, mentions: [], files: [] };
}

/** A conversation of mine that was opened with these lines, and knows of nothing else. */
export function opened(lines: ChatLine[], { readNumber = 0, newer = false } = {}): ConversationState {
  const revision = Math.max(0, ...lines.map((known) => known.revision));
  const lastNumber = lines.at(-1)?.number ?? 0;
  const more = (lines[0]?.number ?? 1) > 1;
  return openConversation(me, { lines, more, newer }, { lastNumber, revision, readNumber, seen: [] });
}

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
