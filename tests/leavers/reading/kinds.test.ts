import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { zip } from "#lib/leavers/reading/zip.ts";
import { readAll } from "./given.ts";

const refusal = async (content: string | Uint8Array) => (await readAll([content])).files[0]?.refused;
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (content: string) => new TextEncoder().encode(content);

test.each([
  ["nothing", bytes(), "empty"],
  ["spaces", text(" \r\n\r\n"), "empty"],
  [
    "an old workbook, or one with a password",
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    "old-excel",
  ],
  ["a PDF", text("%PDF-1.7\n"), "pdf"],
  ["a page to sign in", text("\n<!DOCTYPE html><title>ログイン</title>"), "html"],
  ["a page that Excel would open", text('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'), "html"],
  ["a form for 年金機構", text("[kanri]\r\n,001\r\n[data]\r\n2201700,01,あいう"), "pension-office"],
  ["a letter", text("退職者の一覧を送ります。"), "not-a-table"],
  ["what no encoding explains", bytes(0x41, 0x80, 0xff, 0x0a), "encoding"],
  ["too much", new Uint8Array(33 * 1024 * 1024).fill(0x2c), "too-large"],
  ["too many rows", text("社員番号,氏名\n".repeat(200_001)), "too-large"],
  ["half a workbook", bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 0), "broken-workbook"],
  [
    "a zip of something else",
    await zip([{ name: "word/document.xml", data: text("<a/>") }]),
    "broken-workbook",
  ],
  ["a workbook with nothing on its sheet", await zipOfSheet(""), "empty"],
])("%s is refused", async (_, content, reason) => {
  expect(await refusal(content)).toBe(reason);
});

test("a bomb is refused as it is inflated, whatever it says of its size", async () => {
  const sheet = new Uint8Array(101 * 1024 * 1024).fill(0x20);
  const bomb = await zip([{ name: "xl/worksheets/sheet1.xml", data: sheet }]);
  expect(await refusal(bomb)).toBe("bomb");
  // Both headers say that it is small.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
  const directory = view.getUint32(bomb.length - 6, true);
  view.setUint32(22, 1000, true);
  view.setUint32(directory + 24, 1000, true);
  expect(await refusal(bomb)).toBe("bomb");
});

test("a bomb of many parts is refused: 201 entries, or 200 MiB together", async () => {
  const entry = (index: number) => ({ name: `xl/worksheets/sheet${index}.xml`, data: text("<a/>") });
  expect(await refusal(await zip(Array.from({ length: 201 }, (_, index) => entry(index))))).toBe("bomb");
  expect(await refusal(await zip(Array.from({ length: 200 }, (_, index) => entry(index))))).toBe(
    "broken-workbook",
  );
  const large = new Uint8Array(70 * 1024 * 1024);
  const parts = [1, 2, 3].map((index) => ({ name: `xl/worksheets/sheet${index}.xml`, data: large }));
  expect(await refusal(await zip(parts))).toBe("bomb");
});

test("a damaged workbook is refused at whatever byte it is cut or changed", async () => {
  const whole = await writeXlsx({
    sheets: [
      {
        name: "a",
        rows: [
          ["社員番号", "氏名"],
          ["1", "山田 太郎"],
        ],
      },
    ],
  });
  for (let at = 30; at < whole.length; at += 97) {
    expect(await refusal(whole.slice(0, at))).toBe("broken-workbook");
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    await expect(readAll([changed])).resolves.toBeDefined();
  }
});

test("files that are read stand beside one that is refused", async () => {
  const reading = await readAll(["社員番号,氏名,退職日\n1,山田 太郎,2020-01-31\n", text("%PDF-1.4")]);
  expect(reading.files.map(({ refused }) => refused)).toEqual([undefined, "pdf"]);
  expect(reading.people).toHaveLength(1);
});

function zipOfSheet(rows: string): Promise<Uint8Array> {
  const entry = (name: string, xml: string) => ({ name, data: text(xml) });
  return zip([
    entry("[Content_Types].xml", "<Types/>"),
    entry(
      "_rels/.rels",
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    entry(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    entry(
      "xl/workbook.xml",
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    entry("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  ]);
}
