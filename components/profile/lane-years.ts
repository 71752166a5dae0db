import { type Stint, stintsOf } from "#lib/people/positions.ts";
import type { History } from "#lib/people/schema.ts";

/** All of somebody's time here, and where in it they held something besides, in order. */
type Lane = { whole: Stretch; held: Held[] };
/** Days, YYYY-MM-DD; `until` null for what goes on. */
export type Held = { department: string; since: string; until: string | null; stretch: Stretch };

/** A stretch of an axis, in percent of its length. */
export type Stretch = { start: number; length: number };

export type LaneYears = {
  /** Where the first year begins, and some after it. */
  marks: { year: number; at: number }[];
  /** The axis ends today: one of the two is still here. */
  untilNow: boolean;
  own: Lane;
  other: Lane;
  /** When both were here. */
  together: Stretch | null;
};

const monthsAYear = 12;
const maxMarks = 5;
/** On a phone, of the axis: a year and half of the next one, or half of one and "now". */
const roomForYears = 17;
const roomForHalf = 6;

/**
 * Where two careers lie on one axis of whole years, months exact; who is still here goes on until the month of `today`. Null where the years
 * of one of them are not known. Days are YYYY-MM-DD.
 */
export function lanesOf(own: History, other: History, today: string): LaneYears | null {
  if (!own.joinedOn || !other.joinedOn) return null;
  const [ownSpan, otherSpan] = [own, other].map(({ joinedOn, leftOn }) => {
    const from = monthOf(joinedOn ?? today);
    return { from, until: Math.max(monthOf(leftOn ?? today), from) + 1 };
  });
  if (!ownSpan || !otherSpan) return null;
  const first = Math.floor(Math.min(ownSpan.from, otherSpan.from) / monthsAYear);
  const last = Math.ceil(Math.max(ownSpan.until, otherSpan.until) / monthsAYear);
  const at = (month: number) => ((month - first * monthsAYear) / ((last - first) * monthsAYear)) * 100;
  const stretch = ({ from, until }: Span): Stretch => ({ start: at(from), length: at(until) - at(from) });
  const laneOf = (history: History, span: Span): Lane => ({
    whole: stretch(span),
    held: stintsOf(history)
      .filter(({ recorded }) => !recorded)
      .filter(isFirst)
      .map(({ department, since, until }) => {
        const from = Math.min(Math.max(monthOf(since), span.from), span.until - 1);
        const end = Math.min(monthOf(until ?? today) + 1, span.until);
        return { department, since, until, stretch: stretch({ from, until: Math.max(end, from + 1) }) };
      }),
  });
  const shared = {
    from: Math.max(ownSpan.from, otherSpan.from),
    until: Math.min(ownSpan.until, otherSpan.until),
  };
  const untilNow = !own.leftOn || !other.leftOn;
  return {
    marks: yearsOf(first, last)
      .map((year) => ({ year, at: at(year * monthsAYear) }))
      .filter(
        ({ at }) => at === 0 || (at >= roomForYears && at <= 100 - (untilNow ? roomForYears : roomForHalf)),
      ),
    untilNow,
    own: laneOf(own, ownSpan),
    other: laneOf(other, otherSpan),
    together: shared.from < shared.until ? stretch(shared) : null,
  };
}

/** Whether no one before is the same without its title, of which a lane says nothing. */
function isFirst(one: Stint, index: number, all: Stint[]): boolean {
  const same = ({ department, since, until }: Stint) =>
    department === one.department && since === one.since && until === one.until;
  return all.findIndex(same) === index;
}

/** Months since the year 0; until is the month after the last. */
type Span = { from: number; until: number };

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * monthsAYear + Number(day.slice(5, 7)) - 1;
}

/** The first year, and of those after it every one, or every second, fifth or tenth, so that there are few. */
function yearsOf(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years <= maxMarks) ?? 50;
  const years = Array.from({ length: last - first }, (_, index) => first + index);
  return years.filter((year) => year === first || year % step === 0);
}
