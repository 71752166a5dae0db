import { dayOf } from "#components/ui/days.ts";
import { isFolded, isSilent } from "#lib/chat/folds.ts";
import type { SharedMark, ThreadKind } from "#lib/chat/schema.ts";
import type { ConversationState } from "./conversation-state.ts";
import { pendingLine, type ShownLine, toShownLine } from "./shown-line.ts";

/** Lines that one person wrote one after another, or that are folded; a notice stands alone. */
export type LineRun = {
  key: string;
  authorId: string;
  lines: ShownLine[];
  /** Whether it is the first that the viewer had not read when they came: "new since you left" stands above it. */
  fresh: boolean;
};
export type ConversationDay = { key: string; runs: LineRun[] };

const maxGapMs = 10 * 60_000;
/** How many folded lines lie together. */
const maxFolded = 50;

/**
 * A conversation as it is set: by days of the reader's zone, and within them by who speaks; waiting lines last. `newSince`: the number
 * that was the last one read; null without a line for it.
 */
export function conversationDays(
  state: ConversationState,
  timeZone: string,
  newSince: number | null = null,
): ConversationDay[] {
  const days: ConversationDay[] = [];
  const first = firstNew(state, newSince);
  for (const line of shownLines(state)) {
    const key = dayOf(new Date(line.at), timeZone);
    const today = days.at(-1);
    const run = runOf(line, first !== undefined && line.number === first);
    // Clocks differ: lines are ordered by number, and a day never goes back to an earlier one.
    if (today && today.key >= key) addToDay(today, run);
    else days.push({ key, runs: [run] });
  }
  return days;
}

function shownLines({ viewerId, lines, pending }: ConversationState): ShownLine[] {
  const after = lines.at(-1)?.sentAt ?? "";
  return [...lines.map(toShownLine), ...pending.map((line) => pendingLine(line, viewerId, after))];
}

// The viewer's own lines are never new, nor are silent ones; and while older pages are missing, the first new line is not known.
function firstNew(
  { viewerId, lines, before }: ConversationState,
  newSince: number | null,
): number | undefined {
  if (newSince === null || newSince < before) return undefined;
  return lines.find((line) => line.number > newSince && line.authorId !== viewerId && !isSilent(line))
    ?.number;
}

function addToDay(day: ConversationDay, run: LineRun): void {
  const last = day.runs.at(-1);
  if (last && goesOn(last, run)) last.lines.push(...run.lines);
  else day.runs.push(run);
}

function goesOn(last: LineRun, { authorId, lines: [line], fresh }: LineRun): boolean {
  const before = last.lines.at(-1);
  if (!before || !line || before.notice || line.notice || fresh) return false;
  if (isFolded(last)) return isFolded(line) && last.lines.length < maxFolded;
  return authorId === last.authorId && Date.parse(line.at) - Date.parse(before.at) < maxGapMs;
}

function runOf(line: ShownLine, fresh: boolean): LineRun {
  return { key: line.key, authorId: line.authorId, lines: [line], fresh };
}

/**
 * Under which of the viewer's own lines it stands who read up to there or further: in a group under the last of each run that somebody
 * read, among two only under the last of all.
 */
export function seenLines(
  runs: readonly LineRun[],
  viewerId: string,
  seen: readonly SharedMark[],
  kind: ThreadKind,
): Map<number, string[]> {
  const furthest = Math.max(0, ...seen.map(({ number }) => number));
  const places = runs
    .filter(({ authorId, lines }) => authorId === viewerId && !lines.some(({ notice }) => notice))
    .flatMap(
      ({ lines }) => lines.findLast((line) => line.number !== null && line.number <= furthest)?.number ?? [],
    );
  const shown = kind === "DIRECT" ? places.slice(-1) : places;
  return new Map(
    shown.map((place) => [
      place,
      seen.filter(({ number }) => number >= place).map(({ memberId }) => memberId),
    ]),
  );
}
