import { type DateOrder, dateOrderOf } from "./dates.ts";
import { dateFields, type Field, type Guess, guessField, isOfSomebodyElse } from "./fields.ts";
import type { Headings } from "./heading-rows.ts";
import { headingKey } from "./headings.ts";

/** What HR says of a file's columns, by their place from 0: null for a column that is not to be read. */
export type Mapping = {
  fields?: Readonly<Record<number, Field | null>>;
  orders?: Readonly<Record<number, "day-first" | "month-first">>;
};

export type Column = {
  /** Its place from 0. */
  index: number;
  heading: string;
  /** What it is taken for. */
  field: Field | null;
  /** What it would be taken for, if another column were not. */
  spare?: Field;
  /** Another column before it has the same heading. */
  duplicate?: true;
  /** Of a column of dates in which it makes a difference. Where it has to be asked, `likely` is what the file's other columns say. */
  order?: DateOrder;
  likely?: "day-first" | "month-first";
  /** Up to three different values. */
  samples: string[];
};

/** What each column with a heading is taken for, but for those that were dropped. `rows` are those below the headings. */
export function readColumns(
  headings: Headings["columns"],
  dropped: ReadonlySet<number>,
  rows: readonly string[][],
  mapping: Mapping,
): Column[] {
  const samples = sample(rows, headings.length);
  const kept = headings.flatMap(({ heading, all }, index) =>
    heading === "" || dropped.has(index)
      ? []
      : { index, heading, guess: guess(all), samples: samples[index] ?? [] },
  );
  const fields = choose(kept, mapping.fields ?? {});
  const seen = new Set<string>();
  const columns = kept.map(({ index, heading, guess, samples }): Column => {
    const column: Column = { index, heading, field: fields.get(index) ?? null, samples };
    if (!column.field && guess) column.spare = guess.field;
    if (seen.has(headingKey(heading))) column.duplicate = true;
    seen.add(headingKey(heading));
    const order =
      column.field && dateFields.has(column.field) && (mapping.orders?.[index] ?? orderOf(rows, index));
    if (order) column.order = order;
    return column;
  });
  const sure = new Set(
    columns.map(({ order }) => order).filter((order) => order === "day-first" || order === "month-first"),
  );
  const [likely] = sure;
  if (likely && sure.size === 1)
    for (const column of columns) if (column.order === "undecided") column.likely = likely;
  return columns;
}

/** Of all that is said of a column, the first that is known in full, else that of which the last part is. */
function guess(all: readonly string[]): Guess | undefined {
  if (all.some(isOfSomebodyElse)) return undefined;
  const guesses = all.flatMap((text) => guessField(text) ?? []);
  return guesses.find(({ isWhole }) => isWhole) ?? guesses[0];
}

/**
 * Each field's column: what HR says, else of those that hold anything the surest, else the first. How somebody left may stand in several: that
 * they died is overlooked in none.
 */
function choose(
  columns: readonly { index: number; guess: Guess | undefined; samples: readonly string[] }[],
  said: Readonly<Record<number, Field | null>>,
): Map<number, Field> {
  const fields = new Map<number, Field>();
  for (const { index } of columns) if (said[index]) fields.set(index, said[index]);
  const taken = new Set(fields.values());
  const isEmpty = ({ samples }: { samples: readonly string[] }) => Number(samples.length === 0);
  const ranked = columns
    .filter(({ index }) => said[index] === undefined)
    .toSorted((a, b) => isEmpty(a) - isEmpty(b) || (a.guess?.rank ?? 0) - (b.guess?.rank ?? 0));
  for (const { index, guess } of ranked) {
    if (!guess || (taken.has(guess.field) && guess.field !== "departure")) continue;
    fields.set(index, guess.field);
    taken.add(guess.field);
  }
  return fields;
}

function sample(rows: readonly string[][], width: number): string[][] {
  const samples = Array.from({ length: width }, (): string[] => []);
  for (const row of rows)
    for (const [index, own] of samples.entries()) {
      const cell = row[index]?.trim();
      if (cell && own.length < 3 && !own.includes(cell)) own.push(cell);
    }
  return samples;
}

function orderOf(rows: readonly string[][], index: number): DateOrder | undefined {
  return dateOrderOf(rows.map((row) => row[index] ?? ""));
}
