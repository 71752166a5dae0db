import type { History, Position } from "#lib/people/schema.ts";

/** Where somebody was when; days, YYYY-MM-DD, `until` null for who is still there. `recorded`: by HR. */
export type Stint = {
  department: string;
  since: string;
  until: string | null;
  title: string | null;
  recorded: boolean;
};

/**
 * As stints_of says in the database (prisma/sql/people/overlap.sql): the recorded department for the time of which they say nothing, then the
 * positions in their order, as far as they lie within the recorded time, which HR may have corrected since.
 */
export function stintsOf({ department, joinedOn, leftOn, positions }: History): Stint[] {
  const held = positions
    .flatMap(({ department, title, from, until }) =>
      from
        ? [
            {
              department,
              title,
              since: joinedOn && joinedOn > `${from}-01` ? joinedOn : `${from}-01`,
              until: untilWhen(until, leftOn),
              recorded: false,
            },
          ]
        : [],
    )
    .filter(({ since, until }) => until === null || since <= until);
  const rest = department && joinedOn ? restOf({ since: joinedOn, until: leftOn }, held) : [];
  return [
    ...rest.map((days) => ({ department: department ?? "", title: null, recorded: true, ...days })),
    ...held,
  ];
}

type Days = Pick<Stint, "since" | "until">;

/** What these leave of a time. */
function restOf({ since, until }: Days, taken: readonly Days[]): Days[] {
  const rest: Days[] = [];
  let from: string | null = since;
  for (const one of taken.toSorted((a, b) => compare(a.since, b.since))) {
    if (from === null) break;
    if (from < one.since) rest.push({ since: from, until: dayBeside(one.since, -1) });
    const next: string | null = one.until && dayBeside(one.until, 1);
    from = next && next < from ? from : next;
  }
  return from !== null && (until === null || from <= until) ? [...rest, { since: from, until }] : rest;
}

function dayBeside(day: string, days: 1 | -1): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function untilWhen(month: string | null, leftOn: string | null): string | null {
  const last = month && lastDayOf(month);
  return last && leftOn ? (last < leftOn ? last : leftOn) : (last ?? leftOn);
}

/** Of a month, YYYY-MM. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

/** Those that began first come first, so that what is written has one order; none twice. */
export function inTime(positions: readonly Position[]): Position[] {
  const byKey = new Map(positions.map((position) => [keyOf(position), position]));
  return [...byKey].sort(([one], [other]) => compare(one, other)).map(([, position]) => position);
}

function keyOf({ from, until, department, title }: Position): string {
  return [from ?? "", until ?? "9999", department, title ?? ""].join(" ");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
