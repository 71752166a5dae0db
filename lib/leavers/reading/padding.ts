import { attribute, elements } from "./xml.ts";

/** The formats of those cells of a sheet that show more than their number: zeroes before it, or letters. By `cellKey`. */
export function paddedCells(sheet: string, styles: string): Map<number, string> {
  const formats = paddingStyles(styles);
  const padded = new Map<number, string>();
  if (formats.size === 0) return padded;
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?c\s[^<>]*>/g)) {
    const format = formats.get(/\ss="(\d+)"/.exec(tag)?.[1] ?? "");
    const place = format && /\sr="([A-Z]{1,3})(\d+)"/.exec(tag);
    if (place) padded.set(cellKey(Number(place[2]) - 1, columnOf(place[1] ?? "")), format);
  }
  return padded;
}

/** A cell's key, by its row and column from 0: a sheet has 16,384 columns at most. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** Format by style, of those that are made of zeroes and of letters in quotes alone. */
function paddingStyles(styles: string): Map<string, string> {
  const codes = new Map(
    elements(styles, "numFmt").map((tag) => [attribute(tag, "numFmtId"), attribute(tag, "formatCode") ?? ""]),
  );
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  const all = elements(cells, "xf").map((tag, index): [string, string] => [
    String(index),
    codes.get(attribute(tag, "numFmtId")) ?? "",
  ]);
  return new Map(all.filter(([, code]) => isPadding(code)));
}

function isPadding(code: string): boolean {
  const digits = code.replace(/"[^"]*"|\\./g, "").replace(/-/g, "");
  return /^0+$/.test(digits) && code !== "0";
}

/** A → 0, B → 1, AA → 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
