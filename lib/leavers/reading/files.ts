import type { Mapping } from "./columns.ts";
import { decode, type Encoding } from "./encodings.ts";
import { kindOf, type Refusal, Refused, refuseOtherTexts } from "./kinds.ts";
import { type Layout, layOut } from "./layout.ts";
import { listPersonRows, type PersonRow } from "./rows.ts";
import type { KeptTable, Table } from "./table.ts";
import { readTextTable } from "./text-table.ts";
import { readWorkbook } from "./workbook.ts";

/** A file by its bytes; by its table, which was kept when it was read before; or one that was refused then. */
export type GivenFile = { name: string } & (
  | { bytes: Uint8Array }
  | { table: KeptTable }
  | { refused: Refusal }
);

/** What was recognised of a file, or why it was not read. */
export type ReadFile = { name: string } & (
  | { refused: Refusal }
  | (Pick<Table, "separator" | "sheet"> &
      Omit<Layout, "dataFrom" | "width"> & {
        refused?: never;
        encoding?: Encoding;
        /** How many rows may be about somebody. */
        rows: number;
      })
);

/**
 * A file, and its rows that may be about somebody. `place` is its place among those that are read together. `keep` is given its table without
 * what must not be kept, before cells that are not read are emptied too.
 */
export async function readFile(
  given: GivenFile,
  place: number,
  mappings: Readonly<Record<string, Mapping>>,
  keep: Keep,
): Promise<{ file: ReadFile; rows: PersonRow[]; totals: number; notes: number }> {
  const { name } = given;
  try {
    const { table, encoding } = await tableOf(given);
    const { dataFrom, width, ...layout } = layOut(table.rows, mappings);
    keep(place, { ...table, ...readingsOf(table), ...(encoding && { encoding }), dataFrom });
    const found = listPersonRows(table, { dataFrom, width, ...layout }, place);
    const file: ReadFile = { name, ...layout, rows: found.rows.length };
    if (encoding) file.encoding = encoding;
    if (table.separator) file.separator = table.separator;
    if (table.sheet) file.sheet = table.sheet;
    return { file, ...found };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { file: { name, refused: error.reason }, rows: [], totals: 0, notes: 0 };
  }
}

/** The furigana of what stands in the table: those of other sheets, and of what must not be kept, are not kept either. */
function readingsOf({ rows, readings }: Table): Pick<Table, "readings"> {
  if (!readings) return {};
  const texts = new Set(rows.flat());
  return { readings: new Map([...readings].filter(([text]) => texts.has(text))) };
}

export type Keep = (place: number, table: KeptTable) => void;

async function tableOf(given: GivenFile): Promise<{ table: Table; encoding?: Encoding }> {
  if ("refused" in given) throw new Refused(given.refused);
  if ("table" in given) return { table: given.table, encoding: given.table.encoding };
  const { bytes } = given;
  if (kindOf(bytes) === "workbook") return { table: await readWorkbook(bytes) };
  const { text, encoding } = decode(bytes);
  refuseOtherTexts(text);
  return { table: readTextTable(text), encoding };
}
