import { describe, expect, it } from "vitest";
import { Invalid, NotFound } from "#lib/errors.ts";
import { findImport, mapImport } from "#lib/leavers/imports/imports.ts";
import { decideRows, fixRow, listImportRows } from "#lib/leavers/imports/rows.ts";
import type { ImportRow } from "#lib/leavers/schema.ts";
import { openDesk, table } from "./desk.ts";
import { apply, read, rowsOf, verdictsOf, work } from "./imported.ts";

const desk = openDesk();
const { leavers, numbered } = desk;

const row = (number: number, more = "") => `${number},人${number},某,,,2001-04-01,2020-03-31,,${more}`;
const reasonsOf = ({ problems }: ImportRow) => problems.map(({ reason }) => reason);

describe("the rows", () => {
  it("are listed page by page, by verdict, by warning and by reason", async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(index + 1, index < 55 ? `p${index}@example.net` : ""),
    );
    const importId = await read(desk.yuki, table(...rows));
    const first = await listImportRows(desk.yuki, importId, { show: "ALL" });
    expect([first.rows.length, first.next]).toEqual([50, 50]);
    const second = await listImportRows(desk.yuki, importId, { show: "ALL", after: 50 });
    expect([second.rows.map(({ place }) => place), second.next]).toEqual([
      [51, 52, 53, 54, 55, 56, 57, 58, 59, 60],
      null,
    ]);
    const warned = await listImportRows(desk.yuki, importId, { show: "WARNED" });
    expect(warned.rows.map(({ place }) => place)).toEqual([56, 57, 58, 59, 60]);
    const without = await listImportRows(desk.yuki, importId, { show: "NEW", reason: "no-mail", after: 58 });
    expect(without.rows.map(({ place }) => place)).toEqual([59, 60]);
    expect((await findImport(desk.yuki, importId)).counts?.reasons).toEqual({ "no-mail": 5 });
    await expect(listImportRows(desk.yuki, crypto.randomUUID(), { show: "ALL" })).rejects.toThrow(NotFound);
  });
});

describe("deciding", () => {
  it("says of one, of all that wait, and takes back what was said", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    const waiting = await rowsOf(desk.yuki, importId, "DECIDE");
    const places = waiting.map(({ place }) => place);
    // Nobody on record is like them: there is nobody to merge them with.
    await expect(decideRows(desk.yuki, { importId, places, decision: "MERGE" })).rejects.toThrow(Invalid);
    expect(await decideRows(desk.yuki, { importId, places: [places[0] ?? 0, 1], decision: "LEAVE" })).toEqual(
      {
        decided: 1,
      },
    );
    expect(await decideRows(desk.yuki, { importId, places: "all", decision: "TAKE" })).toEqual({
      decided: 3,
    });
    expect((await findImport(desk.yuki, importId)).counts).toMatchObject({ decided: 4, adding: 56 });
    await apply(desk.yuki, importId);
    expect(await leavers()).toHaveLength(56);
    // Two people have the number 100037: the second came in without it.
    expect((await numbered("100037")).family_name).toBe("山本");
    const kobayashi = (await leavers()).filter(({ number }) => number === null);
    expect(kobayashi.map(({ family_name }) => family_name)).toEqual(["小林"]);
    // Who has no last day was taken as somebody who will leave.
    expect(await numbered("100034")).toMatchObject({ left_on: null });
    const again = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    expect(await verdictsOf(desk.yuki, again)).toEqual({ READY: 1, UNCHANGED: 56, DECIDE: 1, ERROR: 3 });
    await expect(decideRows(desk.yuki, { importId, places: "all", decision: null })).rejects.toThrow(Invalid);
  });
});

describe("fixing", () => {
  it("reads what HR typed as a file's cell, and leaves what else is wrong", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    const wrong = await rowsOf(desk.yuki, importId, "ERROR");
    const [dated, , mailed] = wrong;
    if (!dated || !mailed) throw new Error("no such rows");
    const still = await fixRow(desk.yuki, { importId, place: dated.place, values: { department: "総務部" } });
    expect([still.verdict, reasonsOf(still), still.problems[0]?.cell]).toEqual([
      "ERROR",
      ["no-such-date"],
      dated.problems[0]?.cell,
    ]);
    const fixed = await fixRow(desk.yuki, {
      importId,
      place: dated.place,
      values: { left: "令和元年5月7日" },
    });
    expect(fixed).toMatchObject({
      verdict: "NEW",
      person: { leftOn: "2019-05-07", department: "総務部", number: "100008" },
      fixed: { left: "令和元年5月7日", department: "総務部" },
      problems: [],
    });
    await fixRow(desk.yuki, { importId, place: mailed.place, values: { privateMail: "yamada@example.com" } });
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 55, DECIDE: 4, ERROR: 1 });
    await apply(desk.yuki, importId);
    expect(await numbered("100008")).toMatchObject({ left_on: "2019-05-07", department: "総務部" });
  });

  it("judges those anew who were like the one that was fixed, and those who now are", async () => {
    const importId = await read(
      desk.yuki,
      table(row(1, "a@example.net"), row(2, "a@example.net"), row(3, "c@example.net")),
    );
    expect((await rowsOf(desk.yuki, importId)).map(({ verdict }) => verdict)).toEqual([
      "NEW",
      "DECIDE",
      "NEW",
    ]);
    await fixRow(desk.yuki, { importId, place: 1, values: { privateMail: "c@example.net" } });
    expect((await rowsOf(desk.yuki, importId)).map(reasonsOf)).toEqual([[], [], ["same-mail"]]);
    await fixRow(desk.yuki, { importId, place: 3, values: { number: "2" } });
    expect((await rowsOf(desk.yuki, importId)).map(reasonsOf)).toEqual([
      [],
      [],
      ["same-mail", "same-number"],
    ]);
    await fixRow(desk.yuki, { importId, place: 3, values: { number: "3", privateMail: "d@example.net" } });
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 3 });
  });

  it("takes a name in halves for one that could not be parted, or whole", async () => {
    const file = "社員番号,氏名,退職日\n1,高橋千夏,2020-03-31\n2,佐藤健,2020-03-31\n";
    const importId = await read(desk.yuki, file);
    expect((await rowsOf(desk.yuki, importId, "ERROR")).map(reasonsOf)).toEqual([
      ["name-not-split", "no-mail"],
      ["name-not-split", "no-mail"],
    ]);
    const halves = { familyName: "高橋", givenName: "千夏" };
    expect((await fixRow(desk.yuki, { importId, place: 1, values: halves })).person).toMatchObject(halves);
    const whole = await fixRow(desk.yuki, { importId, place: 2, values: { name: "佐藤 健" } });
    expect(whole).toMatchObject({ verdict: "NEW", person: { familyName: "佐藤", givenName: "健" } });
  });

  it("keeps a doubt whether somebody left until their last day is typed", async () => {
    const file =
      "社員番号,姓,名,在籍状況,退職日,個人メールアドレス\n1,佐藤,健,在籍中,2020-03-31,a@example.net\n";
    const importId = await read(desk.yuki, file);
    const doubtful = await fixRow(desk.yuki, { importId, place: 1, values: { familyName: "佐東" } });
    expect([doubtful.verdict, reasonsOf(doubtful)]).toEqual(["DECIDE", ["active-but-left"]]);
    const sure = await fixRow(desk.yuki, { importId, place: 1, values: { left: "2020-04-30" } });
    expect([sure.verdict, sure.problems]).toEqual(["NEW", []]);
  });

  it("leaves an error of somebody of whom nothing is left", async () => {
    const importId = await read(desk.yuki, "社員番号,姓,名\n1,佐藤,健\n");
    const nothing = { number: "", familyName: "", givenName: "" };
    const empty = await fixRow(desk.yuki, { importId, place: 1, values: nothing });
    expect([empty.verdict, empty.person, empty.problems[0]?.reason]).toEqual(["ERROR", {}, "no-name"]);
    await expect(fixRow(desk.yuki, { importId, place: 2, values: {} })).rejects.toThrow(NotFound);
  });
});

it("columns that HR says are read anew, also in the next file with the same headings", async () => {
  const file = "コード,姓,名,去った日,メモ\n1,佐藤,健,2020-03-31,sato@example.net\n";
  const importId = await read(desk.yuki, file);
  const [known] = (await findImport(desk.yuki, importId)).files;
  if (!known || known.refused) throw new Error("refused");
  const mapping = { fields: { 0: "number", 3: "left", 4: "mail" } } as const;
  await mapImport(desk.yuki, {
    importId,
    mappings: { [known.fingerprint]: mapping },
    mailDomains: ["example.net"],
  });
  await work();
  const [first] = await rowsOf(desk.yuki, importId);
  expect(first?.person).toMatchObject({ number: "1", leftOn: "2020-03-31", workMail: "sato@example.net" });
  expect((await findImport(desk.yuki, importId)).mailDomains).toEqual(["example.net"]);
  const [again] = await rowsOf(desk.yuki, await read(desk.yuki, file));
  expect(again?.person).toEqual(first?.person);
});
