import type { ChatLine, ChatPage } from "#lib/chat/schema.ts";

/** A line of the viewer's own that is not known to be committed. */
export type PendingLine = {
  clientId: string;
  text: string;
  /** ISO */
  writtenAt: string;
  /** Will not be sent: the server said why. */
  refused?: true;
};

export type ConversationState = {
  viewerId: string;
  /** In the order of their numbers, without a gap. */
  lines: ChatLine[];
  /** What came too early: beyond a gap that a sync will fill. */
  ahead: ChatLine[];
  /** Whether there is something before the first line. */
  older: boolean;
  /** In the order in which they were written. */
  pending: PendingLine[];
  readNumber: number;
};

export type ConversationEvent =
  | { type: "received"; lines: ChatLine[] }
  | { type: "older"; page: ChatPage }
  | { type: "written"; lines: PendingLine[] }
  | { type: "refused"; clientId: string }
  | { type: "withdrawn"; clientId: string }
  | { type: "read"; number: number };

/** A conversation as the server rendered it: its last page. */
export function openConversation(viewerId: string, page: ChatPage, readNumber: number): ConversationState {
  return { viewerId, lines: page.lines, ahead: [], older: page.more, pending: [], readNumber };
}

/**
 * What a conversation becomes. Pushes, answers and acknowledgements are all "received", in any order and any number of times:
 * the lines come out the same.
 */
export function nextConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case "received":
      return receive(state, event.lines);
    case "older":
      return prepend(state, event.page);
    case "written":
      return write(state, event.lines);
    case "refused":
      return { ...state, pending: state.pending.map((line) => refuse(line, event.clientId)) };
    case "withdrawn":
      return { ...state, pending: state.pending.filter(({ clientId }) => clientId !== event.clientId) };
    case "read":
      return { ...state, readNumber: Math.max(state.readNumber, event.number) };
  }
}

/** The number up to which the conversation is whole: a sync asks for what came after. */
export function lastNumber({ lines }: ConversationState): number {
  return lines.at(-1)?.number ?? 0;
}

/** The first line that waits to be sent and was not refused. */
export function nextToSend({ pending, ahead, viewerId }: ConversationState): PendingLine | undefined {
  const sent = clientIdsOf(ahead, viewerId);
  return pending.find(({ clientId, refused }) => !refused && !sent.has(clientId));
}

function receive(state: ConversationState, arrived: ChatLine[]): ConversationState {
  const byNumber = new Map([...state.ahead, ...arrived].map((line) => [line.number, line]));
  const lines = [...state.lines];
  let next = lastNumber(state) + 1;
  for (let line = byNumber.get(next); line; line = byNumber.get(++next)) lines.push(line);
  const ahead = [...byNumber.values()].filter(({ number }) => number > next);
  const fresh = lines.slice(state.lines.length);
  const own = fresh.findLast(({ authorId }) => authorId === state.viewerId);
  return {
    ...state,
    lines,
    ahead,
    pending: without(state.pending, clientIdsOf([...fresh, ...arrived.filter(isHeld)], state.viewerId)),
    readNumber: Math.max(state.readNumber, own?.number ?? 0),
  };

  function isHeld({ number }: ChatLine): boolean {
    return number < next;
  }
}

function prepend(state: ConversationState, { lines, more }: ChatPage): ConversationState {
  const first = state.lines[0]?.number ?? 1;
  const older = lines.filter(({ number }) => number < first);
  if (lines.length > 0 && older.at(-1)?.number !== first - 1) return state;
  return { ...state, lines: [...older, ...state.lines], older: more };
}

// Kept lines may come back from storage after they were sent.
function write(state: ConversationState, written: PendingLine[]): ConversationState {
  const known = clientIdsOf([...state.lines, ...state.ahead], state.viewerId);
  for (const { clientId } of state.pending) known.add(clientId);
  return { ...state, pending: [...state.pending, ...without(written, known)] };
}

function refuse(line: PendingLine, clientId: string): PendingLine {
  return line.clientId === clientId ? { ...line, refused: true } : line;
}

function without(pending: PendingLine[], clientIds: Set<string>): PendingLine[] {
  return pending.filter(({ clientId }) => !clientIds.has(clientId));
}

function clientIdsOf(lines: ChatLine[], authorId: string): Set<string> {
  return new Set(lines.filter((line) => line.authorId === authorId).map(({ clientId }) => clientId));
}
