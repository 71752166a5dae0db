import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { readFiles } from "#lib/leavers/reading/reading.ts";
import { unzip, zip } from "#lib/leavers/reading/zip.ts";
import { onlyFile, readAll, withNumber } from "./given.ts";

type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];

const head = ["社員番号", "姓", "名", "退職日"];
const left = new Date(Date.UTC(2020, 0, 31));
const workbook = (...sheets: Sheets) => writeXlsx({ sheets });

/** The workbook with the text of one of its parts changed. */
async function changed(
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const entries = (await unzip(bytes, () => true)).map(({ name, data }) => ({
    name,
    data: name.endsWith(part) ? new TextEncoder().encode(change(new TextDecoder().decode(data))) : data,
  }));
  return zip(entries);
}

test("numbers are as their own cells show them", async () => {
  const columns = [{ numFmt: "000000" }, {}, {}, { numFmt: "yyyy/mm/dd" }];
  const rows = [head, [12, "山田", "太郎", left], ["0034", "鈴木", "花子", left]];
  const plain = {
    name: "b",
    columns: [{ numFmt: '"A"0000' }],
    rows: [head, [7, "佐藤", "一", "R2.1.31"], [123456789012, "森", "二", 43861]],
  };
  const padded = await readAll([await workbook({ name: "a", columns, rows })]);
  expect(padded.people.map(({ number, leftOn }) => [number, leftOn])).toEqual([
    ["000012", "2020-01-31"],
    ["0034", "2020-01-31"],
  ]);
  const lettered = await readAll([await workbook(plain)]);
  expect(lettered.people.map(({ number, leftOn }) => [number, leftOn])).toEqual([
    ["A0007", "2020-01-31"],
    ["A123456789012", "2020-01-31"],
  ]);
});

test("of several sheets the one with headings is read, and none that is hidden", async () => {
  const people = { name: "退職者", rows: [["社外秘"], [], head, ["1", "山田", "太郎", left]] };
  const hidden = {
    name: "旧",
    hidden: true,
    rows: [
      [...head, "部署", "役職"],
      ["9", "古田", "一", left, "", ""],
    ],
  };
  const reading = await readAll([await workbook({ name: "表紙", rows: [["退職者一覧"]] }, hidden, people)]);
  expect(onlyFile(reading)).toMatchObject({ sheet: { name: "退職者", others: ["表紙"] }, headingRow: 3 });
  expect(reading.people.map(({ number }) => number)).toEqual(["1"]);
  expect(withNumber(reading, "1").from).toEqual([{ file: 0, rows: [4] }]);
});

test("furigana is the reading and no part of the name, of whole names and of halves, in shared strings and in cells", async () => {
  const bytes = await workbook({
    name: "a",
    rows: [
      ["社員番号", "氏名", "退職日"],
      ["1", "山田　太郎", left],
    ],
  });
  const phonetic = '<rPh sb="0" eb="2"><t>ヤマダ</t></rPh><rPh sb="3" eb="5"><t>タロウ</t></rPh>';
  const shared = await changed(bytes, "sharedStrings.xml", (xml) =>
    xml.replace(/(山田　太郎<\/t>)/, `$1${phonetic}`),
  );
  expect(withNumber(await readAll([shared]), "1")).toMatchObject({
    familyName: "山田",
    givenName: "太郎",
    familyNameKana: "やまだ",
    givenNameKana: "たろう",
  });
  const inline = await changed(bytes, "sheet1.xml", (xml) =>
    xml.replace(
      /<c r="B2"[^>]*>.*?<\/c>/,
      `<c r="B2" t="inlineStr"><is><t>山田　太郎</t>${phonetic}</is></c>`,
    ),
  );
  expect(withNumber(await readAll([inline]), "1")).toMatchObject({ familyName: "山田", givenName: "太郎" });
});

test("furigana of what must not be kept, and of another sheet, are not kept either", async () => {
  const bytes = await workbook(
    {
      name: "a",
      rows: [
        [...head, "現住所"],
        ["1", "山田", "太郎", left, "琥珀町"],
      ],
    },
    { name: "b", rows: [["瑪瑙"]] },
  );
  const readings = await changed(bytes, "sharedStrings.xml", (xml) =>
    xml.replace(/(山田|琥珀町|瑪瑙)<\/t>/g, '$1</t><rPh sb="0" eb="2"><t>ヨミ$1</t></rPh>'),
  );
  let kept: unknown;
  await readFiles([{ name: "a.xlsx", bytes: readings }], {
    ownDomains: [],
    today: "2026-11-30",
    keep: (_, table) => {
      kept = [...(table.readings ?? [])];
    },
  });
  expect(kept).toEqual([["山田", "ヨミ山田"]]);
});

test("cells far away are refused, not laid out", async () => {
  const bytes = await workbook({ name: "a", rows: [head, ["1", "山田", "太郎", left]] });
  const far = await changed(bytes, "sheet1.xml", (xml) =>
    xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  );
  expect((await readAll([far])).files[0]?.refused).toBe("too-large");
});

test("what must not be read is dropped of a workbook too", async () => {
  const rows = [
    [...head, "口座番号"],
    ["1", "山田", "太郎", left, 7654321],
  ];
  const reading = await readAll([await workbook({ name: "a", rows })]);
  expect(onlyFile(reading).dropped).toEqual(["口座番号"]);
  expect(JSON.stringify(reading)).not.toContain("7654321");
});

test("a part of nothing but beginnings comes to an end", async () => {
  const bytes = await workbook({ name: "a", rows: [head, ["1", "山田", "太郎", left]] });
  for (const beginning of ["<si><rPh ", "<si><rPh><t>", "<c "])
    for (const part of ["sharedStrings.xml", "sheet1.xml", "styles.xml"]) {
      const { files } = await readAll([await changed(bytes, part, () => beginning.repeat(200_000))]);
      expect(files).toHaveLength(1);
    }
});

test("a cell of nothing but spaces, or of commas, is read to its end", async () => {
  const spaces = `x${" ".repeat(200_000)}y`;
  const { counts } = await readAll([
    `社員番号;Full Name;入社日;退職日;${spaces}\n1;a,${spaces},;${spaces};1/${spaces};\n`,
  ]);
  expect(counts.rows).toBe(1);
});
