import type { PendingLine } from "#components/chat/frame/kept-lines.ts";
import { isSilent } from "#lib/chat/folds.ts";
import type { ChatLine, ChatPage, SharedMark, Thread, ThreadChanges, ThreadPush } from "#lib/chat/schema.ts";
import { hasGap, type LineWindow, placeAfter, placeBefore, placeLines, stillPending } from "./line-window.ts";

export type ConversationState = LineWindow & {
  viewerId: string;
  /** Whether there is something before the first line. */
  older: boolean;
  /** The viewer's own lines that are not yet among the others, in the order in which they were written. */
  pending: PendingLine[];
  /** The thread's, up to which every change is known. */
  revision: number;
  /** Pushes of revisions after a missing one. */
  told: Pick<ThreadPush, "from" | "to">[];
  readNumber: number;
  /** The others' read marks. */
  seen: SharedMark[];
  /** Counts replacements of the whole window: a page fetched for an earlier one is dropped. */
  opening: number;
};

/** A part of a thread as a page has it: its newest lines, or those around one. `more`: there are older ones. */
export type OpenedPage = ChatPage & { newer: boolean };

export type ConversationEvent =
  | { type: "pushed"; push: Omit<ThreadPush, "threadId"> }
  /** `asked`: the others' marks as they were when it was asked for. */
  | { type: "synced"; changes: ThreadChanges; asked: readonly SharedMark[] }
  | { type: "acknowledged"; line: ChatLine }
  | { type: "older"; page: ChatPage; opening: number }
  | { type: "newer"; page: Pick<OpenedPage, "lines" | "newer">; opening: number }
  /** `asked`: the revision at which it was asked for. */
  | { type: "opened"; page: OpenedPage; asked: number; opening: number }
  /** What the outbox holds of this thread. */
  | { type: "waiting"; lines: readonly PendingLine[] }
  | { type: "read"; number: number }
  | { type: "seen"; mark: SharedMark };

type OpenedThread = Pick<Thread, "lastNumber" | "revision" | "readNumber" | "seen">;

/** Who wrote the lines that are loaded, whoever did last first. */
export function authorsOf({ lines }: Pick<ConversationState, "lines">): string[] {
  return [...new Set(lines.flatMap(({ notice, authorId }) => (notice ? [] : authorId)).reverse())];
}

/** A conversation as the server rendered it. The page must have been read after the thread. */
export function openConversation(
  viewerId: string,
  { lines, more, newer = false }: ChatPage & { newer?: boolean },
  { lastNumber: last, revision, readNumber, seen }: OpenedThread,
): ConversationState {
  const before = lines[0] ? lines[0].number - 1 : last;
  const part = { before, lines, aside: [], older: more, newer, opening: 0 };
  return { ...part, viewerId, pending: [], revision, told: [], readNumber, seen };
}

/**
 * What a conversation becomes. Whatever is told may come late, twice, in another order or not at all: with what is asked for
 * while it is behind, the lines come out as the table has them.
 */
export function nextConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case "pushed":
      return reach(receive(state, event.push.lines), event.push);
    case "synced":
      return sync(state, event);
    case "acknowledged":
      return receive(state, [event.line]);
    case "older":
      if (event.opening !== state.opening) return state;
      return settle(prepend(state, event.page));
    case "newer":
      if (event.opening !== state.opening) return state;
      return settle(placeAfter(state, event.page.lines, event.page.newer));
    case "opened":
      if (event.opening !== state.opening) return state;
      return settle(open(state, event.page, event.asked));
    case "waiting":
      return { ...state, pending: stillPending(state, event.lines) };
    case "read":
      return { ...state, readNumber: Math.max(state.readNumber, event.number) };
    case "seen":
      return { ...state, seen: later(state.seen, [event.mark]) };
  }
}

/** Whether changes are missing that somebody has to ask for. */
export function isBehind(state: ConversationState): boolean {
  return state.told.length > 0 || hasGap(state);
}

function receive(state: ConversationState, arrived: readonly ChatLine[]): ConversationState {
  const { before, newer, revision } = state;
  // A line outside the window may come newer with the next page.
  const outside = ({ number }: ChatLine) => number <= before || newer;
  const placed = placeLines(
    state,
    arrived.filter((line) => !outside(line) || line.revision > revision || isHeld(state, line)),
  );
  return settle({ ...placed, readNumber: readWith(placed, arrived) });
}

/** How far one has read after these came: who writes has read, and a notice is read with what stands before it and is not silent. */
function readWith(state: ConversationState, arrived: readonly ChatLine[]): number {
  const { readNumber, viewerId, before, lines } = state;
  return arrived
    .toSorted((a, b) => a.number - b.number)
    .reduce((read, { number, authorId, notice }) => {
      let next = read + 1;
      for (
        let line = lines[next - before - 1];
        notice && line && isSilent(line);
        line = lines[next - before - 1]
      )
        next++;
      const known = authorId === viewerId || (notice !== null && number === next);
      return known ? Math.max(read, number) : read;
    }, readNumber);
}

function isHeld({ before, lines }: ConversationState, { number }: ChatLine): boolean {
  return lines[number - before - 1] !== undefined;
}

function reach(state: ConversationState, span: { from: number; to: number }): ConversationState {
  let { revision } = state;
  let told = [...state.told, span];
  for (let next = nextSpan(); next; next = nextSpan()) revision = next.to;
  told = told.filter(({ to }) => to > revision);
  return { ...state, revision, told };

  function nextSpan() {
    return told.find(({ from, to }) => from <= revision && to > revision);
  }
}

function sync(
  state: ConversationState,
  { changes, asked }: Extract<ConversationEvent, { type: "synced" }>,
): ConversationState {
  const { revision, lines, older, readNumber, seen } = changes;
  const next = changes.afresh
    ? settle(open(state, { lines, more: older, newer: false }, revision))
    : receive(state, lines);
  // A mark that is no longer shared is missing from the answer, and so is one that was pushed meanwhile.
  const shared = state.seen.filter(
    (mark) => !asked.includes(mark) || seen.some(({ memberId }) => memberId === mark.memberId),
  );
  return {
    ...reach(next, { from: 0, to: revision }),
    readNumber: Math.max(next.readNumber, readNumber),
    seen: later(shared, seen),
  };
}

function prepend(state: ConversationState, { lines, more }: ChatPage): ConversationState {
  if (lines.length === 0) return { ...state, older: more };
  const placed = placeBefore(state, lines);
  return placed === state ? state : { ...placed, older: more };
}

function open(state: ConversationState, page: OpenedPage, asked: number): ConversationState {
  const { lines, more: older, newer } = page;
  const [first] = lines;
  if (!first) return state;
  const part = { before: first.number - 1, lines, older, newer, aside: [], opening: state.opening + 1 };
  // What was pushed while the page was being fetched.
  const known = [...state.lines, ...state.aside].filter(({ revision }) => revision > asked);
  return placeLines({ ...state, ...part }, known);
}

function settle(state: ConversationState): ConversationState {
  return { ...state, pending: stillPending(state, state.pending) };
}

function later(marks: readonly SharedMark[], arrived: readonly SharedMark[]): SharedMark[] {
  const known = new Map(marks.map((mark) => [mark.memberId, mark]));
  for (const mark of arrived) {
    if (mark.number > (known.get(mark.memberId)?.number ?? -1)) known.set(mark.memberId, mark);
  }
  return [...known.values()];
}
