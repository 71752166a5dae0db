import { expect, test } from "vitest";
import type { Reading } from "#lib/leavers/reading/reading.ts";
import { onlyFile, problemsOf, readSamples, withNumber } from "./given.ts";

const fieldsOf = (reading: Reading) =>
  Object.fromEntries(onlyFile(reading).columns.map(({ heading, field }) => [heading, field]));
/** Everybody with problems, but for those of these reasons. */
const troubled = ({ people }: Reading, ...but: string[]) =>
  people.flatMap((person) =>
    problemsOf(person)
      .filter((problem) => !but.some((reason) => problem.endsWith(reason)))
      .map((problem) => `${person.number} ${problem}`),
  );

test("a Japanese export that was saved in Excel, with the flaws that real files have", async () => {
  const reading = await readSamples(["leavers-ja-shift_jis.csv"]);
  expect(onlyFile(reading)).toMatchObject({ encoding: "shift_jis", separator: ",", headingRow: 1 });
  expect(reading.people).toHaveLength(60);
  expect(troubled(reading)).toEqual([
    "100008 error left no-such-date",
    "100012 error left left-before-joined",
    "100024 duplicate privateMail same-mail",
    "100026 duplicate privateMail same-mail",
    "100028 warning privateMail no-mail",
    "100030 error privateMail not-an-address",
    "100034 warning left no-leaving-date",
    "100037 duplicate number same-number",
  ]);
  expect(withNumber(reading, "100008").problems[0]?.cell).toEqual({
    file: 0,
    row: 9,
    column: 10,
    text: "2019/02/30",
  });
  expect(withNumber(reading, "100016")).toMatchObject({ joinedOn: "1989-04-01", leftOn: "1999-01-28" });
  expect(withNumber(reading, "100017")).toMatchObject({ joinedOn: "2008-04-01", leftOn: "2021-03-31" });
  expect(withNumber(reading, "100020")).toMatchObject({ familyName: "長谷川", invitable: true });
  expect(withNumber(reading, "100022")).toMatchObject({ familyNameKana: "さいとう", givenNameKana: "ゆう" });
  expect(withNumber(reading, "100024").problems[0]?.like).toEqual({ file: 0, row: 24 });
  expect(withNumber(reading, "100028")).toMatchObject({ mail: null, invitable: false });
  expect(withNumber(reading, "100032")).toMatchObject({ mail: "hana.100032@example.net", invitable: true });
  expect(withNumber(reading, "100033").from).toEqual([{ file: 0, rows: [34] }]);
  expect(withNumber(reading, "100034")).toMatchObject({ standing: "unclear", invitable: false });
  expect(withNumber(reading, "100036").mail).toBe("ryo.100036@example.org");
  expect(
    reading.people.filter(({ number }) => number === "100037").map(({ familyName }) => familyName),
  ).toEqual(["山本", "小林"]);
  expect(onlyFile(reading).columns.at(-1)?.samples).toContain('=HYPERLINK("http://example.com","click")');
  expect(withNumber(reading, "100005").familyName).toBe("髙橋");
});

test("400 clean rows in UTF-8", async () => {
  const reading = await readSamples(["leavers-ja-utf8.csv"]);
  expect(reading.counts).toMatchObject({ people: 400, withErrors: 0, withWarnings: 0, duplicates: 0 });
});

test("a global export: the month first, by the whole column", async () => {
  const reading = await readSamples(["leavers-en-utf8-bom.csv"]);
  expect(reading.counts).toMatchObject({ people: 80, withErrors: 0 });
  expect(withNumber(reading, "E3001")).toMatchObject({
    familyName: "Nakamura",
    givenName: "Ngọc",
    preferredName: "Ngọ",
    joinedOn: "1995-07-28",
    leftOn: "2007-08-15",
    department: "Sales, EMEA",
  });
  expect(withNumber(reading, "E3006").leftOn).toBe("2018-08-16");
});

test("a workbook of Japanese Excel", async () => {
  const reading = await readSamples(["excel-taishokusha.xlsx"]);
  expect(onlyFile(reading)).toMatchObject({
    headingRow: 3,
    dropped: ["基本給"],
    sheet: { name: "退職者", others: ["メモ"] },
  });
  expect(reading.people).toHaveLength(24);
  expect(reading.counts.leftOut.totals).toBe(1);
  expect(withNumber(reading, "001200")).toMatchObject({
    familyName: "勅使河原",
    givenName: "直樹",
    familyNameKana: "てしがわら",
    givenNameKana: "なおき",
    joinedOn: "2017-04-01",
    leftOn: "2026-10-15",
    from: [{ file: 0, rows: [4] }],
  });
  expect(problemsOf(withNumber(reading, "001200"))).toEqual(["warning familyNameKana reading-to-check"]);
  expect(withNumber(reading, "001201")).toMatchObject({ joinedOn: "1999-04-01", leftOn: "2003-05-15" });
  expect(withNumber(reading, "001202").joinedOn).toBe("2013-04-01");
  expect(troubled(reading, "reading-to-check")).toEqual(["001205 warning privateMail no-mail"]);
  expect(JSON.stringify(reading)).not.toContain("300000");
});

test("ジンジャー: required columns, names at work, people who work there, the company's own mail", async () => {
  const reading = await readSamples(["jinjer.csv"]);
  expect(onlyFile(reading).system).toBe("ジンジャー");
  expect(reading.people).toHaveLength(17);
  expect(reading.counts.leftOut).toMatchObject({ active: 3, onLeave: 0 });
  expect(withNumber(reading, "A102701")).toMatchObject({
    familyName: "勅使河原",
    givenName: "由美子",
    registeredName: { familyName: "佐藤", givenName: "由美子" },
  });
  expect(withNumber(reading, "A367904")).toMatchObject({ standing: "upcoming", registeredName: null });
  expect(troubled(reading, "reading-to-check")).toEqual([
    "A869305 warning mail own-domain",
    "A185210 warning mail own-domain",
    "A175315 warning mail own-domain",
  ]);
  expect(withNumber(reading, "A869305")).toMatchObject({
    mail: null,
    workMail: "869305@aoba-chemical.example",
    invitable: false,
  });
});

test("freee: what must never be kept is gone, and named", async () => {
  const reading = await readSamples(["freee.csv"]);
  expect(onlyFile(reading).system).toBe("freee人事労務");
  expect(onlyFile(reading).dropped).toEqual(["基礎年金番号", "マイナンバー", "口座番号", "扶養親族の数"]);
  for (const kept of ["000000000001", "0000-000001", "0000001"])
    expect(JSON.stringify(reading)).not.toContain(`"${kept}"`);
  expect(reading.counts).toMatchObject({ people: 20, withErrors: 0 });
  expect(withNumber(reading, "803803").familyName).toBe("葛\u{e0100}西");
});

test("HRMOS: one person of several rows, as they were on leaving", async () => {
  const reading = await readSamples(["hrmos-rireki.csv"]);
  expect(onlyFile(reading).system).toBe("HRMOS");
  expect(reading.people).toHaveLength(10);
  expect(reading.counts).toMatchObject({ rows: 25, withErrors: 0, withWarnings: 0, duplicates: 0 });
  expect(withNumber(reading, "293901")).toMatchObject({
    department: "経理部",
    title: "課長",
    from: [{ file: 0, rows: [3, 4, 5, 6] }],
  });
  expect(withNumber(reading, "696704")).toMatchObject({
    department: "研究開発本部",
    from: [{ file: 0, rows: [13, 14, 15] }],
  });
  // Whose post ended with the newest row has none.
  expect(withNumber(reading, "551102")).toMatchObject({ department: "経理部", title: null });
});

test("SuccessFactors: keys above labels, kanji beside the Latin columns", async () => {
  const reading = await readSamples(["successfactors.csv"]);
  expect(onlyFile(reading).system).toBe("SuccessFactors");
  expect(reading.people[0]?.from).toEqual([{ file: 0, rows: [4] }]);
  expect(reading.counts).toMatchObject({ people: 15, withErrors: 0, leftOut: { active: 3 } });
  expect(withNumber(reading, "00864001")).toMatchObject({
    familyName: "葛\u{e0100}西",
    givenName: "陽子",
    familyNameKana: "かさい",
    givenNameKana: "ようこ",
    joinedOn: "1995-04-13",
    leftOn: "2006-12-20",
  });
  expect(reading.people.map(problemsOf)).toEqual(Array(15).fill(["warning familyNameKana reading-to-check"]));
});

test("奉行: two files that belong together", async () => {
  const reading = await readSamples(["bugyo-rireki.csv", "bugyo-kotei.csv"]);
  expect(reading.files.map((file) => !file.refused && [file.system, file.headingRow])).toEqual([
    ["奉行", 2],
    ["奉行", 2],
  ]);
  expect(reading.people).toHaveLength(15);
  expect(withNumber(reading, "585901")).toMatchObject({
    familyName: "邊見",
    joinedOn: "2002-04-01",
    leftOn: "2003-05-20",
    department: "品質保証部",
    from: [
      { file: 0, rows: [3] },
      { file: 1, rows: [3] },
    ],
  });
  expect(troubled(reading, "no-mail")).toEqual([
    "518314 warning number not-in-other-file",
    "289815 warning number not-in-other-file",
  ]);
});

test("BambooHR: nobody who died is invited, and an order of dates that its column leaves open is asked", async () => {
  const asked = await readSamples(["bamboohr.csv"]);
  const { fingerprint, columns, system } = onlyFile(asked);
  expect(system).toBe("BambooHR");
  expect(columns.find(({ field }) => field === "joined")).toMatchObject({
    order: "undecided",
    likely: "month-first",
  });
  expect(withNumber(asked, "729401")).toMatchObject({
    joinedOn: null,
    leftOn: "1997-12-20",
    invitable: false,
  });

  const reading = await readSamples(["bamboohr.csv"], { [fingerprint]: { orders: { 4: "month-first" } } });
  expect(reading.counts).toMatchObject({ people: 18, withErrors: 0, dead: 1 });
  expect(withNumber(reading, "546409")).toMatchObject({ standing: "dead", mail: null, invitable: false });
  expect(withNumber(reading, "729401")).toMatchObject({ joinedOn: "1989-04-01", invitable: true });
  expect(withNumber(reading, "332004")).toMatchObject({ familyName: "O’Brien", standing: "unclear" });
  expect(withNumber(reading, "254108")).toMatchObject({ mail: null, invitable: false, standing: "left" });
  expect(problemsOf(withNumber(reading, "254108"))).toEqual(["warning privateMail no-mail"]);
});

test("tabs, YYYYMMDD, no date as 99991231, and a character of the customer's own", async () => {
  const reading = await readSamples(["tab-yyyymmdd-sjis.txt"]);
  expect(onlyFile(reading)).toMatchObject({ encoding: "shift_jis", separator: "\t" });
  expect(troubled(reading)).toEqual([
    "110903 warning left no-leaving-date",
    "920405 error name unknown-character",
  ]);
  expect(withNumber(reading, "110903")).toMatchObject({ leftOn: null, standing: "unclear" });
  expect(withNumber(reading, "492300")).toMatchObject({ familyName: "山崎", joinedOn: "2016-04-01" });
});

test("a file for 年金機構 is refused as such", async () => {
  const reading = await readSamples(["SHFD0006.CSV"]);
  expect(reading.files).toEqual([{ name: "0", refused: "pension-office" }]);
});

test("Workday: groups above the headings", async () => {
  const reading = await readSamples(["workday-grouped.xlsx"]);
  expect(onlyFile(reading)).toMatchObject({ headingRow: 2, system: "Workday" });
  expect(reading.counts).toMatchObject({ people: 15, withErrors: 0, withWarnings: 0 });
  expect(withNumber(reading, "00377500")).toMatchObject({ familyName: "Nakamura", joinedOn: "1994-04-01" });
  expect(fieldsOf(reading)).toMatchObject({
    "Cost Center": "department",
    "Primary Personal Email": "privateMail",
  });
});
