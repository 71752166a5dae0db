type Value = string | number | boolean | null | readonly string[];
type Row = Readonly<Record<string, Value>>;

/** The beginning of a table: a mark by which Excel knows UTF-8, and the names of its columns. */
export function csvHead(columns: readonly string[]): string {
  return `\ufeff${csvLine(columns)}`;
}

/** Rows of it, in the order of the columns. */
export function csvRows(columns: readonly string[], rows: readonly Row[]): string {
  return rows.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join("");
}

/** A row of cells, as RFC 4180 has it. */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = guarded(typeof value === "string" ? value : value.join("; "));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would take for a formula gets a ' before it, as README.txt says; data.json has it as it was written. */
function guarded(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
