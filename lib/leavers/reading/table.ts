import type { Encoding } from "./encodings.ts";

/** A table as it is shown: rows of texts, of any lengths, no last cell of a row empty. Row 1 of a file is the first. */
export type Table = {
  rows: string[][];
  /** What separated the cells of a text. */
  separator?: string;
  /** The sheet that was read, and those that were not. */
  sheet?: { name: string; others: string[] };
  /** Furigana by the text above which they stand. */
  readings?: ReadonlyMap<string, string>;
};

/** A table without what must not be kept, to be read again and given back: how its text was written, and the first row below its headings, from 0. */
export type KeptTable = Table & { encoding?: Encoding; dataFrom: number };

/** Above these a file is refused as too large. */
export const maxRows = 200_000;
export const maxCells = 6_000_000;

/** The row without the empty cells at its end. */
export function trimmedRow(row: string[]): string[] {
  let length = row.length;
  while (length > 0 && row[length - 1]?.trim() === "") length--;
  return length === row.length ? row : row.slice(0, length);
}
