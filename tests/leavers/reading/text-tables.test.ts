import Encoding from "encoding-japanese";
import fc from "fast-check";
import { expect, test } from "vitest";
import { onlyFile, problemsOf, readAll, withNumber } from "./given.ts";

const table = "社員番号,氏名,所属,退職日\r\n1,髙橋　①,㈱青葉 ｶﾅ～,2020/01/31\r\n";

function encoded(text: string, to: "EUCJP" | "JIS" | "SJIS"): Uint8Array {
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: "UNICODE" }));
}

const utf16 = Buffer.from(table, "utf16le");
test.each([
  ["utf-8", Buffer.from(table)],
  ["utf-8", Buffer.from(`\ufeff${table}`)],
  ["shift_jis", encoded(table, "SJIS")],
  ["euc-jp", encoded(table, "EUCJP")],
  ["iso-2022-jp", encoded(table, "JIS")],
  ["utf-16le", utf16],
  ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
  ["utf-16be", Buffer.from(utf16).swap16()],
  ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
])("a table in %s comes out as it was written", async (encoding, bytes) => {
  const reading = await readAll([bytes]);
  expect(onlyFile(reading).encoding).toBe(encoding);
  expect(withNumber(reading, "1")).toMatchObject({
    familyName: "髙橋",
    givenName: "①",
    department: "㈱青葉 ｶﾅ～",
  });
});

test("a table in EUC-JP whose bytes are Shift_JIS too is no half-width katakana", async () => {
  const bytes = encoded("社員コード,氏名,役職\r\n", "EUCJP");
  expect(() => new TextDecoder("shift_jis", { fatal: true }).decode(bytes)).not.toThrow();
  expect(onlyFile(await readAll([bytes])).columns.map(({ field }) => field)).toEqual([
    "number",
    "name",
    "post",
  ]);
});

test("names keep their characters: compatibility kanji and variation selectors", async () => {
  const reading = await readAll(["社員番号,姓,名,退職日\n1,\ufa10本,葛\u{e0100}子,2020-01-31\n"]);
  expect(withNumber(reading, "1")).toMatchObject({ familyName: "\ufa10本", givenName: "葛\u{e0100}子" });
});

const cell = fc.string({ maxLength: 8, unit: fc.constantFrom(..."部課,;|\t:^~、\"\n '=aé") });
const separators = [",", "\t", ";", "|", ":", "^", "~", "、"];

test("whatever separates cells is found, and what stands within quotes is a cell's", () => {
  return fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...separators),
      fc.constantFrom("\r\n", "\n", "\r"),
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      async (separator, end, departments) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const rows = departments.map((department, index) => [
          `${index + 1}`,
          "山田 太郎",
          quoted(department),
          "2020-01-31",
        ]);
        const lines = [["社員番号", "氏名", "部署", "退職日"], ...rows].map((row) => row.join(separator));
        const reading = await readAll([lines.join(end)]);
        expect(onlyFile(reading).separator).toBe(separator);
        expect(reading.people.map(({ department }) => department)).toEqual(
          departments.map((department) => department.trim() || null),
        );
      },
    ),
  );
});

test("Excel's own first line says what separates", async () => {
  const reading = await readAll(["sep=!\r\n社員番号!氏名!退職日\r\n1!山田 太郎!2020-01-31"]);
  expect(onlyFile(reading)).toMatchObject({ separator: "!", headingRow: 2 });
  expect(withNumber(reading, "1").from).toEqual([{ file: 0, rows: [3] }]);
});

test("a quote that never closes swallows nobody", async () => {
  const reading = await readAll([
    '社員番号,氏名,部署,退職日\n1,山田 太郎,"営業,2020-01-31\n2,鈴木 花子,経理,2020-01-31\n',
  ]);
  expect(reading.people.map(({ number }) => number)).toEqual(["1", "2"]);
});

test("a row that a separator without quotes has moved is not taken as it stands", async () => {
  const reading = await readAll([
    "社員番号,氏名,部署,退職日\n1,山田 太郎,営業,第一課,2020-01-31\n2,鈴木 花子,経理,2020-01-31,,\n",
  ]);
  expect(problemsOf(withNumber(reading, "1"))).toContain("error null too-many-cells");
  expect(problemsOf(withNumber(reading, "2"))).toEqual(["warning privateMail no-mail"]);
});

test("empty lines count, as they do in a spreadsheet", async () => {
  const reading = await readAll(["社員番号,氏名,退職日\n\n,,\n1,山田 太郎,2020-01-31\n"]);
  expect(withNumber(reading, "1").from).toEqual([{ file: 0, rows: [4] }]);
});

test("what looks like a formula is the text that it is", async () => {
  const reading = await readAll(['社員番号,姓,名,部署,退職日\n"=""007""",山田,太郎,=1+1,2020-01-31\n']);
  expect(withNumber(reading, "007").department).toBe("=1+1");
});
