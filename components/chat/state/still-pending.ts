import type { PendingLine } from "#components/chat/frame/pending-line.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { type LineWindow, lastNumber } from "./line-window.ts";

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
