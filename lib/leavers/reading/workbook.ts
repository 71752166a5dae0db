import { formatValue, streamXlsxRows } from "hucre";
import { furigana, withoutFurigana } from "./furigana.ts";
import { headingScore } from "./heading-rows.ts";
import { Refused } from "./kinds.ts";
import { cellKey, paddedCells } from "./padding.ts";
import { listSheets, type Sheet } from "./sheets.ts";
import { maxCells, maxRows, type Table, trimmedRow } from "./table.ts";
import { unzip, zip } from "./zip.ts";

/**
 * The table of a workbook: of its visible sheets the one whose first rows know most headings. Cells are what Excel shows of them where that
 * is more than the number (001200), dates are YYYY-MM-DD. Throws `Refused`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  try {
    const { workbook, sheet, others, padded, readings } = await open(bytes);
    const rows = await readRows(workbook, sheet, padded);
    if (rows.length === 0) throw new Refused("empty");
    return { rows, sheet: { name: sheet.name, others }, readings };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("broken-workbook");
  }
}

/** The workbook as it is handed on, and what is read of it besides: the parts themselves are large, and are let go. */
async function open(bytes: Uint8Array): Promise<{
  workbook: Uint8Array;
  sheet: Sheet;
  others: string[];
  padded: Map<number, string>;
  readings: Map<string, string>;
}> {
  const entries = await unzip(bytes, isNeeded);
  const dataOf = (part: string) => entries.find(({ name }) => name.endsWith(part))?.data;
  const sheets = listSheets(entries);
  const workbook = await zip(entries.map(withoutFurigana));
  const scored: { sheet: Sheet; score: number }[] = [];
  for (const sheet of sheets)
    scored.push({ sheet, score: headingScore(await readFirstRows(workbook, sheet)) });
  const { sheet } = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return {
    workbook,
    sheet,
    others: sheets.flatMap(({ name, index }) => (index === sheet.index ? [] : name)),
    padded: paddedCells(latin1(dataOf(sheet.path)), utf8(dataOf("/styles.xml"))),
    readings: furigana(utf8(dataOf("/sharedStrings.xml"))),
  };
}

function isNeeded(name: string): boolean {
  return (
    /\.rels$|\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/.test(name) ||
    name === "[Content_Types].xml"
  );
}

async function readFirstRows(workbook: Uint8Array, sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { values } of streamXlsxRows(workbook, { sheet: sheet.index, maxRows: 6 }))
    rows.push(values.map((value) => shown(value, undefined)));
  return rows;
}

async function readRows(
  workbook: Uint8Array,
  sheet: Sheet,
  padded: ReadonlyMap<number, string>,
): Promise<string[][]> {
  const rows: string[][] = [];
  let cells = 0;
  for await (const { index, values } of streamXlsxRows(workbook, { sheet: sheet.index })) {
    const row = trimmedRow(values.map((value, column) => shown(value, padded.get(cellKey(index, column)))));
    if (row.length === 0) continue;
    cells += row.length;
    if (index >= maxRows || cells > maxCells) throw new Refused("too-large");
    while (rows.length < index) rows.push([]);
    rows[index] = row;
  }
  return rows;
}

function shown(value: string | number | boolean | Date | null, format: string | undefined): string {
  if (value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number" && format) return formatValue(value, format);
  return String(value);
}

function utf8(data: Uint8Array | undefined): string {
  return new TextDecoder().decode(data);
}

/** A sheet as its tags are, which are ASCII: half the memory. */
function latin1(data: Uint8Array | undefined): string {
  return data ? Buffer.from(data.buffer, data.byteOffset, data.length).toString("latin1") : "";
}
