import type { History, Position } from "#lib/people/schema.ts";

/** Where somebody was when; days, YYYY-MM-DD, `until` null for who is still there. `recorded`: by HR. */
export type Stint = {
  department: string;
  since: string;
  until: string | null;
  title: string | null;
  recorded: boolean;
};

/** As stints_of says in the database (prisma/sql/people/overlap.sql): the recorded department first, then the positions in their order. */
export function stintsOf({ department, joinedOn, leftOn, positions }: History): Stint[] {
  const recorded =
    department && joinedOn
      ? [{ department, since: joinedOn, until: leftOn, title: null, recorded: true }]
      : [];
  const held = positions.flatMap(({ department, title, from, until }) =>
    from
      ? [
          {
            department,
            title,
            since: `${from}-01`,
            until: until ? lastDayOf(until) : leftOn,
            recorded: false,
          },
        ]
      : [],
  );
  return [...recorded, ...held];
}

/** Of a month, YYYY-MM. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

/** Those that began first come first, so that what is written has one order. */
export function inTime(positions: readonly Position[]): Position[] {
  return positions.toSorted((one, other) => {
    const [first, second] = [one, other].map(({ from, until, department }) => [
      from ?? "",
      until ?? "9999",
      department,
    ]);
    return first && second ? compare(first.join(" "), second.join(" ")) : 0;
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
