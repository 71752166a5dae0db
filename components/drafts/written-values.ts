/** A line of a section as a person reads it. */
export type Line = { term: string; value: string };
export type Difference = { term: string; mine: string; theirs: string };

/** Where two say something different, in the order of the first; of a term that one of them does not have, nothing. */
export function listDifferences(mine: readonly Line[], theirs: readonly Line[]): Difference[] {
  const terms = new Set([...mine, ...theirs].map(({ term }) => term));
  const valueIn = (lines: readonly Line[], term: string) =>
    lines.find((line) => line.term === term)?.value.trim() ?? "";
  return [...terms]
    .map((term) => ({ term, mine: valueIn(mine, term), theirs: valueIn(theirs, term) }))
    .filter((one) => one.mine !== one.theirs);
}
