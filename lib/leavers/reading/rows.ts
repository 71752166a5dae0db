import type { DateOrder } from "./dates.ts";
import { type Field, nameFields } from "./fields.ts";
import { emptyCells, type Layout } from "./layout.ts";
import type { Place } from "./person.ts";
import type { Table } from "./table.ts";

/** A file's table, and by field where it holds it. */
type Source = {
  file: number;
  /** Whether it names people, or only adds to what another file says of them. */
  hasNames: boolean;
  columns: ReadonlyMap<Field, { index: number; order: DateOrder | undefined }>;
  /** Of all columns that say how somebody left. */
  departures: readonly number[];
  /** How many cells a row has at most. */
  width: number;
  readings: ReadonlyMap<string, string>;
};

/** A row of it that may be about somebody. */
export type PersonRow = { source: Source; row: number; cells: readonly string[] };

/** A cell that holds something, trimmed. */
export type Cell = Place & { column: number; text: string };

/**
 * The rows below the headings that may be about somebody, without the cells of columns that are not read; and how many are none: sums, and
 * notes in a single cell.
 */
export function listPersonRows(
  table: Table,
  layout: Layout,
  file: number,
): { rows: PersonRow[]; totals: number; notes: number } {
  const source = sourceOf(table, layout, file);
  const taken = new Set([...[...source.columns.values()].map(({ index }) => index), ...source.departures]);
  const unread = Array.from({ length: layout.width }, (_, index) => index).filter(
    (index) => !taken.has(index),
  );
  const found = { rows: [] as PersonRow[], totals: 0, notes: 0 };
  for (let at = layout.dataFrom; at < table.rows.length; at++) {
    const cells = table.rows[at] ?? [];
    const first = cells.findIndex((cell) => cell.trim() !== "");
    if (first < 0) continue;
    const isAlone = cells.findLastIndex((cell) => cell.trim() !== "") === first;
    if (isTotal(cells[first] ?? "")) found.totals++;
    else if (isAlone && layout.columns.length > 2 && isNote(cells[first] ?? "")) found.notes++;
    else {
      emptyCells(cells, unread);
      found.rows.push({ source, row: at + 1, cells });
    }
  }
  return found;
}

function sourceOf(table: Table, layout: Layout, file: number): Source {
  const columns = new Map(
    layout.columns.flatMap(
      ({ field, index, order }): [Field, { index: number; order: DateOrder | undefined }][] =>
        field ? [[field, { index, order }]] : [],
    ),
  );
  const hasNames = nameFields.flat().some((field) => columns.has(field));
  const departures = layout.columns.flatMap(({ field, index }) => (field === "departure" ? index : []));
  return { file, hasNames, columns, departures, width: layout.width, readings: table.readings ?? new Map() };
}

/** The cell of a row for a field; undefined where the file has none or nothing stands in it. */
export function cellOf({ source, row, cells }: PersonRow, field: Field): Cell | undefined {
  const column = source.columns.get(field);
  const text = column && cells[column.index]?.trim();
  return text ? { file: source.file, row, column: column.index, text } : undefined;
}

function isTotal(text: string): boolean {
  return /^(?:総|小)?(?:合計|計)(?:$|[:(\s\d])|^(?:grand ?|sub-?)?totals?(?:$|[:\s])|^(?:以上|件数|人数計)$/i.test(
    text.normalize("NFKC").replace(/[\s　]+/g, ""),
  );
}

/** What stands alone in its row and is no number of an employee. */
function isNote(text: string): boolean {
  return !/^(?=.*\d)[a-z\d-]{1,20}$/i.test(text.normalize("NFKC").trim());
}
