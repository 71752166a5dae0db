import { describe, expect, it } from "vitest";
import { findImport, listImports, mapImport } from "#lib/leavers/imports/imports.ts";
import { openDesk } from "./desk.ts";
import { apply, consent, read, rowsOf, verdictsOf, work } from "./imported.ts";

const desk = openDesk();
const { leavers, numbered } = desk;

describe("the sample of a Japanese export", () => {
  it("is shown as its table says, before anything is written", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    expect(await leavers()).toEqual([]);
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 53, DECIDE: 4, ERROR: 3 });
    const told = (await rowsOf(desk.yuki, importId)).flatMap(({ person, verdict, problems }) =>
      problems.map(({ reason }) => `${person.number} ${verdict} ${reason}`),
    );
    expect(told).toEqual([
      "100008 ERROR no-such-date",
      "100012 ERROR left-before-joined",
      "100024 DECIDE same-mail",
      "100026 DECIDE same-mail",
      "100028 NEW no-mail",
      "100030 ERROR not-an-address",
      "100034 DECIDE no-leaving-date",
      "100037 DECIDE same-number",
    ]);
    const { files, counts } = await findImport(desk.yuki, importId);
    expect(files[0]).toMatchObject({ name: "leavers-ja-shift_jis.csv", encoding: "shift_jis" });
    expect(counts).toMatchObject({ adding: 53, changing: 0, decided: 0, warned: 2 });
  });

  it("comes in but for those who are to be decided about, and those with errors; the same again changes nothing", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    await apply(desk.yuki, importId);
    expect(await leavers()).toHaveLength(53);
    const first = await numbered("100005");
    expect(first).toMatchObject({
      family_name: "髙橋",
      ground: "CONSENT",
      ground_document: consent.groundDocument,
      version: 1,
      tags: [],
      deceased: false,
    });
    expect(String(first.doc)).toMatch(/^\|\|高橋/);
    expect(await numbered("100022")).toMatchObject({
      family_name_kana: "さいとう",
      given_name_kana: "ゆう",
    });
    expect(await numbered("100016")).toMatchObject({ joined_on: "1989-04-01", left_on: "1999-01-28" });
    const [summary] = await listImports(desk.yuki);
    expect(summary).toMatchObject({ state: "DONE", outcome: { added: 53, changed: 0 } });
    const before = await leavers();

    const again = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    expect(await verdictsOf(desk.yuki, again)).toEqual({ READY: 1, UNCHANGED: 53, DECIDE: 4, ERROR: 3 });
    await apply(desk.yuki, again);
    expect(await leavers()).toEqual(before);
  });
});

it.each([
  [["leavers-ja-utf8.csv"], { NEW: 400 }],
  [["leavers-en-utf8-bom.csv"], { NEW: 80 }],
  [["excel-taishokusha.xlsx"], { NEW: 24 }],
  [["jinjer.csv"], { NEW: 17 }],
  [["freee.csv"], { NEW: 20 }],
  [["hrmos-rireki.csv"], { NEW: 10 }],
  [["successfactors.csv"], { NEW: 15 }],
  [["bugyo-rireki.csv", "bugyo-kotei.csv"], { NEW: 15 }],
  [["workday-grouped.xlsx"], { NEW: 15 }],
  [["tab-yyyymmdd-sjis.txt"], { NEW: 12, DECIDE: 1, ERROR: 1 }],
  [["SHFD0006.CSV"], {}],
])("%s comes in whole, and again changes nothing", async (names, expected) => {
  const importId = await read(desk.yuki, ...names);
  expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, ...expected });
  await apply(desk.yuki, importId);
  const { NEW = 0, ...others }: Record<string, number> = expected;
  expect(await leavers()).toHaveLength(NEW);
  const again = await read(desk.yuki, ...names);
  expect(await verdictsOf(desk.yuki, again)).toEqual({ READY: 1, ...(NEW && { UNCHANGED: NEW }), ...others });
});

it("BambooHR's order of dates is asked, said, and known of the next file; nobody who died gets an address", async () => {
  const importId = await read(desk.yuki, "bamboohr.csv");
  expect((await verdictsOf(desk.yuki, importId)).ERROR).toBeGreaterThan(0);
  const [file] = (await findImport(desk.yuki, importId)).files;
  if (!file || file.refused) throw new Error("refused");
  await mapImport(desk.yuki, {
    importId,
    mappings: { [file.fingerprint]: { orders: { 4: "month-first" } } },
  });
  await work();
  expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 17, DECIDE: 1 });
  await apply(desk.yuki, importId);
  expect(await numbered("546409")).toMatchObject({ deceased: true, mail: null });
  expect(await numbered("729401")).toMatchObject({ joined_on: "1989-04-01" });
  expect(await verdictsOf(desk.yuki, await read(desk.yuki, "bamboohr.csv"))).toEqual({
    READY: 1,
    UNCHANGED: 17,
    DECIDE: 1,
  });
});
