import type { PendingLine } from "#components/chat/frame/kept-lines.ts";
import { isSilent } from "#lib/chat/folds.ts";
import type { ChatLine, Quote } from "#lib/chat/schema.ts";
import { quoteOf } from "./shown-line.ts";

/** The part of a thread that a screen holds. */
export type LineWindow = {
  /** The number before the first line. */
  before: number;
  /** In the order of their numbers, without a gap. */
  lines: ChatLine[];
  /** Known, but not of the part: beyond a gap, or before it, where a page that is under way may bring an older version. */
  aside: ChatLine[];
  /** Whether there is something after the last line that only a page brings. */
  newer: boolean;
};

/** The last number without a gap before it. */
export function lastNumber({ before, lines }: Pick<LineWindow, "before" | "lines">): number {
  return before + lines.length;
}

/** How many lines there are after a number, of a thread with `last` lines: without those that are known to be silent. */
export function unseenAfter({ before, lines }: LineWindow, number: number, last: number): number {
  const silent = lines.filter((line) => line.number > Math.max(number, before) && isSilent(line)).length;
  return Math.max(0, last - number - silent);
}

/** Whether a line came too early. */
export function hasGap(window: LineWindow): boolean {
  const last = lastNumber(window);
  return !window.newer && window.aside.some(({ number }) => number > last);
}

/** The part with lines of any numbers, in any order: of two versions the one of the higher revision holds. */
export function placeLines<W extends LineWindow>(window: W, arrived: readonly ChatLine[]): W {
  const versions = newestVersions([...window.aside, ...arrived]);
  const lines = window.lines.map((line) => newer(line, versions.get(line.number)));
  const byPage = window.newer;
  for (
    let next = lastNumber(window) + 1, line = versions.get(next);
    line && !byPage;
    line = versions.get(++next)
  )
    lines.push(line);
  const last = window.before + lines.length;
  const aside = [...versions.values()].filter(({ number }) => number <= window.before || number > last);
  return { ...window, lines: requote(window.before, lines, aside), aside };
}

/** The part that goes on before its first line; the same where the page does not end there. */
export function placeBefore<W extends LineWindow>(window: W, page: readonly ChatLine[]): W {
  const added = page.filter(({ number }) => number <= window.before);
  const first = added[0];
  if (!first || added.at(-1)?.number !== window.before) return window;
  return placeLines({ ...window, before: first.number - 1, lines: [...added, ...window.lines] }, []);
}

/** The part that goes on after its last line, with a page that ends where `newer` says; the same where there is a gap. */
export function placeAfter<W extends LineWindow>(window: W, page: readonly ChatLine[], newer: boolean): W {
  const last = lastNumber(window);
  const added = page.filter(({ number }) => number > last);
  if (added.length > 0 && added[0]?.number !== last + 1) return window;
  return placeLines({ ...window, lines: [...window.lines, ...added], newer }, []);
}

function newestVersions(lines: readonly ChatLine[]): Map<number, ChatLine> {
  const versions = new Map<number, ChatLine>();
  for (const line of lines) versions.set(line.number, newer(line, versions.get(line.number)));
  return versions;
}

function newer(line: ChatLine, other: ChatLine | undefined): ChatLine {
  return other && other.revision > line.revision ? other : line;
}

// A quote is as old as the line that it came with; the quoted line may have changed since.
function requote(before: number, lines: ChatLine[], aside: readonly ChatLine[]): ChatLine[] {
  return lines.map((line) => {
    if (!line.quote) return line;
    const { number } = line.quote;
    const quoted = lines[number - before - 1] ?? aside.find((other) => other.number === number);
    if (!quoted) return line;
    const quote = quoteOf(quoted);
    return isSame(line.quote, quote) ? line : { ...line, quote };
  });
}

function isSame(one: Quote, other: Quote): boolean {
  return one.text === other.text && one.deleted === other.deleted && one.files === other.files;
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
