import type { PendingLine } from "#components/chat/conversation-state.ts";
import type { ChatLine } from "#lib/chat/schema.ts";

export const threadId = idOf(900);
export const me = idOf(901);
export const other = idOf(902);

/** A line of a thread; two with the same `client` carry the same client id. */
export function line(number: number, authorId = other, client = 10_000 + number): ChatLine {
  const sentAt = new Date(Date.UTC(2026, 10, 22) + number * 1_000).toISOString();
  return {
    threadId,
    number,
    id: idOf(number),
    authorId,
    clientId: idOf(client),
    text: `line ${number}`,
    sentAt,
  };
}

export function pending(client: number): PendingLine {
  const writtenAt = new Date(Date.UTC(2026, 10, 22) + client).toISOString();
  return { clientId: idOf(client), text: `line ${client}`, writtenAt };
}

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
