import { type LineWindow, lastNumber } from "#components/chat/state/line-window.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatFile, ChatLine, Quote } from "#lib/chat/schema.ts";

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

/**
 * Of what the outbox holds and of what was shown as pending, what is to be shown: a line that was sent stands there until what lies
 * between is known and it comes in its place.
 */
export function stillPending(
  state: LineWindow & { viewerId: string; pending: readonly PendingLine[] },
  held: readonly PendingLine[],
): PendingLine[] {
  if (held.length === 0 && state.pending.length === 0) return [];
  const last = lastNumber(state);
  const shown = clientIdsOf(state.lines, state.viewerId);
  const early = clientIdsOf(
    state.aside.filter(({ number }) => number > last),
    state.viewerId,
  );
  const sent = state.pending.filter(
    ({ clientId }) => early.has(clientId) && held.every((line) => line.clientId !== clientId),
  );
  return [...sent, ...held].filter(({ clientId }) => !shown.has(clientId));
}

function clientIdsOf(lines: readonly ChatLine[], authorId: string): Set<string> {
  return new Set(lines.filter((line) => line.authorId === authorId).map(({ clientId }) => clientId));
}
