import type { ConversationState } from "./conversation-state.ts";

export type ShownLine = {
  /** The same before and after the server has it, so that the line on the screen stays the same one. */
  key: string;
  authorId: string;
  text: string;
  /** ISO */
  at: string;
  state: "sent" | "waiting" | "refused";
  clientId: string;
  number: number | null;
};

/** Lines that one person wrote one after another. */
export type LineRun = { key: string; authorId: string; lines: ShownLine[] };
export type ConversationDay = { key: string; at: string; runs: LineRun[] };

const pause = 10 * 60_000;

/** A conversation as it is set: by days of the reader's zone, and within them by who speaks; waiting lines last. */
export function conversationDays(state: ConversationState, timeZone: string): ConversationDay[] {
  const dayOf = dayFormat(timeZone);
  const days: ConversationDay[] = [];
  for (const line of shownLines(state)) {
    const key = dayOf(line.at);
    const today = days.at(-1);
    // Clocks differ: the numbers give the order, and a day that has begun stays.
    if (today && today.key >= key) addToDay(today, line);
    else days.push({ key, at: line.at, runs: [runOf(line)] });
  }
  return days;
}

function shownLines({ viewerId, lines, pending }: ConversationState): ShownLine[] {
  const sent = lines.map(({ authorId, clientId, text, sentAt, number }): ShownLine => {
    return { key: `${authorId}:${clientId}`, authorId, clientId, text, at: sentAt, state: "sent", number };
  });
  const after = lines.at(-1)?.sentAt ?? "";
  const waiting = pending.map(({ clientId, text, writtenAt, refused }): ShownLine => {
    const at = later(writtenAt, after);
    const state = refused ? "refused" : "waiting";
    return { key: `${viewerId}:${clientId}`, authorId: viewerId, clientId, text, at, state, number: null };
  });
  return [...sent, ...waiting];
}

// Clocks differ: a line that waits is never set before one that is there.
function later(one: string, other: string): string {
  if (one > other) return one;
  return other;
}

function addToDay(day: ConversationDay, line: ShownLine): void {
  const run = day.runs.at(-1);
  const before = run?.lines.at(-1);
  const goesOn =
    run && before && run.authorId === line.authorId && Date.parse(line.at) - Date.parse(before.at) < pause;
  if (goesOn) run.lines.push(line);
  else day.runs.push(runOf(line));
}

function runOf(line: ShownLine): LineRun {
  return { key: line.key, authorId: line.authorId, lines: [line] };
}

function dayFormat(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (at) => format.format(new Date(at));
}
