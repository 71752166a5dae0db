import { CsvError, parse } from "csv-parse/sync";
import { headingScore } from "./heading-rows.ts";
import { Refused } from "./kinds.ts";
import { maxCells, maxRows, type Table, trimmedRow } from "./table.ts";

/** The table that a text is, by the separator that its own rows show. Throws `Refused` where there is none. */
export function readTextTable(text: string): Table {
  const separator = findSeparator(text.slice(0, 50_000));
  const rows = parseRows(text, separator, maxRows + 1);
  if (rows.length > maxRows) throw new Refused("too-large");
  if (rows.reduce((sum, row) => sum + row.length, 0) > maxCells) throw new Refused("too-large");
  return { rows, separator };
}

/** Of what might separate, that by which the first rows know most headings, then that by which most of them are of one width. */
function findSeparator(beginning: string): string {
  const said = /^sep=(.)\r?\n/i.exec(beginning)?.[1];
  if (said) return said;
  const scored = candidates(beginning).map((separator) => ({
    separator,
    score: score(beginning, separator),
  }));
  const best = scored.reduce((one, other) => (isBetter(other.score, one.score) ? other : one));
  if (best.score[1] === 0) throw new Refused("not-a-table");
  return best.separator;
}

/** The usual ones first, then whatever else stands in the first lines and is no letter, digit, bracket or quote. */
function candidates(beginning: string): string[] {
  const lines = beginning.split(/\r\n|\n|\r/, 6).join("");
  return [
    ...new Set([",", "\t", ";", "|", ...(lines.match(/[^\p{L}\p{N}\p{M}\p{Ps}\p{Pe}\s"'._/-]/gu) ?? [])]),
  ].slice(0, 20);
}

/** Headings that are known, and how many rows have the width that most have, if that is more than one cell. */
function score(beginning: string, separator: string): [known: number, even: number] {
  const rows = parseRows(beginning, separator, 12);
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return [headingScore(rows), Math.max(0, ...widths.values())];
}

function isBetter(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] > other[0] || (one[0] === other[0] && one[1] > other[1]);
}

/** A quote that never closes would take all that follows into its cell, so that then no quote counts. */
function parseRows(text: string, separator: string, most: number): string[][] {
  const options = {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    to: most,
    on_record: trimmedRow,
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return parse(text, { ...options, quote: false });
  }
}
