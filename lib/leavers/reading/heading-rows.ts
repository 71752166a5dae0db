import { guessField } from "./fields.ts";
import { isForbidden } from "./forbidden.ts";

/** The headings of a table. Rows are counted from 0. */
export type Headings = {
  /** The row that knows most; null where none of the first six knows any, and the widest of them stands for it. */
  row: number | null;
  /** The first row below all headings. */
  dataFrom: number;
  /** By column: what stands in that row, and all that the rows around it say of the column, the most exact first. */
  columns: { heading: string; all: string[] }[];
};

const lookedAt = 6;
/** Longer than any heading: of what is longer the beginning counts. */
const maxLength = 200;

/** The headings among the first six rows: the row that knows most, with groups or keys above and more names below it. */
export function findHeadings(table: readonly string[][]): Headings {
  const rows = table.slice(0, lookedAt).map((row) => row.map((cell) => cell.trim().slice(0, maxLength)));
  const scores = rows.map(score);
  const best = Math.max(0, ...scores);
  const row = best > 0 ? scores.indexOf(best) : widest(rows);
  let dataFrom = row + 1;
  while (dataFrom < rows.length && isMoreNames(rows[dataFrom] ?? [], scores[dataFrom] ?? 0, best)) dataFrom++;
  const below = rows.slice(row + 1, dataFrom);
  const above = rowsAbove(rows, row);
  const width = Math.max(0, ...rows.slice(row, dataFrom).map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => {
    const others = [...above.map(({ own }) => own), ...below].map((cells) => cells[column] ?? "");
    const heading = [rows[row]?.[column] ?? "", ...others].find((text) => text !== "") ?? "";
    const groups = above.map((cells) => cells.groups[column] ?? "");
    const grouped = groups.flatMap((group) =>
      group === "" || group === heading ? [] : `${group} - ${heading}`,
    );
    return { heading, all: [...grouped, heading, ...others].filter((text) => text !== "") };
  });
  return { row: best > 0 ? row : null, dataFrom, columns };
}

/** How many headings are known in that of the first six rows that knows most. */
export function headingScore(rows: readonly string[][]): number {
  return Math.max(0, ...rows.slice(0, lookedAt).map(score));
}

function score(row: readonly string[]): number {
  const known = row.filter((cell) => cell.length < 100 && (guessField(cell) || isForbidden(cell)));
  return new Set(known).size;
}

/** A second row of headings: at least half as many known as in the best, and most of its cells. */
function isMoreNames(row: readonly string[], known: number, best: number): boolean {
  const filled = row.filter((cell) => cell.trim() !== "").length;
  return known >= 2 && known >= best / 2 && known >= filled / 2;
}

/** The rows directly above, the nearest first: their own cells, and what they name as groups over several columns. A title is neither. */
function rowsAbove(rows: readonly string[][], row: number): { own: readonly string[]; groups: string[] }[] {
  const found = [];
  const first = rows[row]?.findIndex((cell) => cell.trim() !== "") ?? 0;
  const width = rows[row]?.length ?? 0;
  for (let at = row - 1; at >= 0; at--) {
    const cells = rows[at] ?? [];
    const filled = cells.flatMap((cell, column) => (cell.trim() === "" ? [] : column));
    if (filled.length === 0) break;
    if (filled.length === 1 && (filled[0] ?? 0) <= first) continue;
    let group = "";
    const groups = Array.from({ length: width }, (_, column) => {
      group = cells[column]?.trim() || group;
      return group;
    });
    // What names each column by itself is a key and no group.
    const isGroups = filled.length < width * 0.8;
    found.push({ own: cells, groups: isGroups ? groups : [] });
  }
  return found;
}

function widest(rows: readonly string[][]): number {
  const widths = rows.map((row) => row.filter((cell) => cell.trim() !== "").length);
  return Math.max(0, widths.indexOf(Math.max(...widths)));
}
