import { createHash } from "node:crypto";
import { type Column, type Mapping, readColumns } from "./columns.ts";
import { isForbidden } from "./forbidden.ts";
import { findHeadings, type Headings } from "./heading-rows.ts";
import { headingKey } from "./headings.ts";
import { systemOf } from "./systems.ts";

/** How a table is to be read. */
export type Layout = {
  /** From 1; null where no heading is known. */
  headingRow: number | null;
  /** The index of the first row below the headings. */
  dataFrom: number;
  /** All headings that must not be read; their cells are gone from the rows. */
  dropped: string[];
  columns: Column[];
  /** How many columns the headings have. */
  width: number;
  /** The same for all files with these headings, to remember a mapping by. */
  fingerprint: string;
  system: string | null;
};

/** Reads the headings of a table, and empties the cells that must not be read before anything else sees them. `mappings` are by fingerprint. */
export function layOut(rows: string[][], mappings: Readonly<Record<string, Mapping>>): Layout {
  const { row, dataFrom, columns: headings } = findHeadings(rows);
  const below = rows.slice(dataFrom);
  const dropped = new Set(headings.flatMap(({ all }, index) => (all.some(isForbidden) ? index : [])));
  for (const cells of below) emptyCells(cells, dropped);
  if (dropped.size > 0) for (const cells of below) hideMoved(cells, Math.min(...dropped), headings.length);
  const fingerprint = fingerprintOf(headings);
  const columns = readColumns(headings, dropped, below, mappings[fingerprint] ?? {});
  return {
    headingRow: row === null ? null : row + 1,
    dataFrom,
    dropped: [...dropped].map((index) => headings[index]?.heading ?? ""),
    columns,
    width: headings.length,
    fingerprint,
    system: systemOf(headings.flatMap(({ all }) => all)),
  };
}

/** Empties these columns' cells of a row. */
export function emptyCells(cells: string[], columns: Iterable<number>): void {
  for (const index of columns) if (index < cells.length) cells[index] = "";
}

/** In a row with more cells than there are headings, what must not be read may have moved to the right: nothing of it is left but that there were cells. */
function hideMoved(cells: string[], from: number, width: number): void {
  if (cells.findLastIndex((cell) => cell.trim() !== "") < width) return;
  for (let index = from; index < cells.length; index++) if (cells[index]?.trim()) cells[index] = "…";
}

function fingerprintOf(headings: Headings["columns"]): string {
  const keys = headings.map(({ all }) => all.map(headingKey).join("\t")).join("\n");
  return createHash("sha256").update(keys).digest("hex").slice(0, 32);
}
