import type { FoundPerson, Problem } from "./person.ts";

export type Counts = {
  /** Rows that are about somebody. */
  rows: number;
  people: number;
  /** Of them, */
  upcoming: number;
  unclear: number;
  dead: number;
  invitable: number;
  withErrors: number;
  withWarnings: number;
  duplicates: number;
  /** made of several rows. */
  joined: number;
  leftOut: LeftOutCounts;
};

/** Who and what is not among the people: who works there, sums, and notes in a cell of their own. */
type LeftOutCounts = { active: number; onLeave: number; totals: number; notes: number };

export function countPeople(people: readonly FoundPerson[], rows: number, leftOut: LeftOutCounts): Counts {
  const count = (is: (person: FoundPerson) => boolean) => people.filter(is).length;
  const standing = (one: FoundPerson["standing"]) => count((person) => person.standing === one);
  const having = (kind: Problem["kind"]) =>
    count(({ problems }) => problems.some((problem) => problem.kind === kind));
  return {
    rows,
    people: people.length,
    upcoming: standing("upcoming"),
    unclear: standing("unclear"),
    dead: standing("dead"),
    invitable: count(({ invitable }) => invitable),
    withErrors: having("error"),
    withWarnings: having("warning"),
    duplicates: having("duplicate"),
    joined: count(({ from }) => from.length > 1 || (from[0]?.rows.length ?? 0) > 1),
    leftOut,
  };
}
