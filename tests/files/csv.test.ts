import { expect, it } from "vitest";
import { csvHead, csvRows } from "#lib/files/csv.ts";

const cell = (value: string | number | boolean | null | string[]) => csvRows(["a"], [{ a: value }]);

it("a table begins with what Excel knows UTF-8 by, and its columns", () => {
  expect(csvHead(["a", "b"])).toBe("\ufeffa,b\r\n");
  expect(
    csvRows(
      ["a", "b"],
      [
        { b: 2, a: "いち" },
        { a: null, b: false },
      ],
    ),
  ).toBe("いち,2\r\n,false\r\n");
});

it("quotes what parts cells and lines", () => {
  expect(cell('say "a, b"')).toBe('"say ""a, b"""\r\n');
  expect(cell("a\nb")).toBe('"a\nb"\r\n');
  expect(cell(["a", "b, c"])).toBe('"a; b, c"\r\n');
});

it.each(["=1+1", "+81", "-1", "@sum", "\tx", "\rx", "＝1", "＋1", "－1", "＠a"])(
  "no spreadsheet takes %j for a formula",
  (text) => {
    expect(cell(text).replace(/^"/, "")).toMatch(/^'/);
    expect(cell([text]).replace(/^"/, "")).toMatch(/^'/);
  },
);

it("leaves numbers as they are", () => {
  expect(cell(-5)).toBe("-5\r\n");
});
