import type { Mapping } from "./columns.ts";
import { decode, type Encoding } from "./encodings.ts";
import { kindOf, type Refusal, Refused, refuseOtherTexts } from "./kinds.ts";
import { type Layout, layOut } from "./layout.ts";
import { listPersonRows, type PersonRow } from "./rows.ts";
import type { Table } from "./table.ts";
import { readTextTable } from "./text-table.ts";
import { readWorkbook } from "./workbook.ts";

export type GivenFile = { name: string; bytes: Uint8Array };

/** What was recognised of a file, or why it was not read. */
export type ReadFile = { name: string } & (
  | { refused: Refusal }
  | (Pick<Table, "separator" | "sheet"> &
      Omit<Layout, "dataFrom" | "width"> & { refused?: never; encoding?: Encoding })
);

/** A file, and its rows that may be about somebody. `place` is its place among those that are read together. */
export async function readFile(
  { name, bytes }: GivenFile,
  place: number,
  mappings: Readonly<Record<string, Mapping>>,
): Promise<{ file: ReadFile; rows: PersonRow[]; totals: number; notes: number }> {
  try {
    const { table, encoding } = await readTable(bytes);
    const { dataFrom, width, ...layout } = layOut(table.rows, mappings);
    const file: ReadFile = { name, ...layout };
    if (encoding) file.encoding = encoding;
    if (table.separator) file.separator = table.separator;
    if (table.sheet) file.sheet = table.sheet;
    return { file, ...listPersonRows(table, { dataFrom, width, ...layout }, place) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { file: { name, refused: error.reason }, rows: [], totals: 0, notes: 0 };
  }
}

async function readTable(bytes: Uint8Array): Promise<{ table: Table; encoding?: Encoding }> {
  if (kindOf(bytes) === "workbook") return { table: await readWorkbook(bytes) };
  const { text, encoding } = decode(bytes);
  refuseOtherTexts(text);
  return { table: readTextTable(text), encoding };
}
