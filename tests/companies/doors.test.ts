import { describe, expect, it, test } from "vitest";
import { findCompanyDoors, searchCompanyDoors } from "#lib/companies/companies.ts";
import { doorKeys, doorKeysAsked } from "#lib/companies/door-keys.ts";
import { TooMany } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";

openTestDatabase();

const found = async (query: string) => (await findCompanyDoors(query)).map(({ slug }) => slug);

describe("the front door finds a company", () => {
  it.each([
    ["its full name", "青葉化学工業株式会社"],
    ["its name without the form", "青葉化学工業"],
    ["the form before it", "株式会社青葉化学工業"],
    ["a form of one sign", "㈱青葉化学工業"],
    ["a form in brackets", "（株）青葉化学"],
    ["what everybody calls it", "青葉"],
    ["a longer one", "青葉化学"],
    ["old forms of its kanji", "靑葉化學"],
    ["its reading", "あおば"],
    ["katakana", "アオバカガク"],
    ["half-width kana", "ｱｵﾊﾞ"],
    ["romaji", "Aoba Kagaku"],
    ["romaji of another kind", "aoba kagakukougyou"],
    ["its English name", "aoba chemical"],
    ["an English form", "Aoba Chemical Co., Ltd."],
    ["full-width letters", "ＡＯＢＡ"],
    ["its slug", "aoba"],
  ])("by %s", async (_, query) => {
    expect(await found(query)).toEqual(["aoba"]);
  });

  it.each(["larkfield", "Larkfield Materials, Inc.", "ラークフィールド"])("by %s", async (query) => {
    expect(await found(query)).toEqual(["larkfield"]);
  });
});

it.each([
  "青",
  "a",
  "葉",
  "青葉化",
  "aob",
  "larkfiel",
  "化学工業",
  "株式会社",
  "Inc.",
  "%",
  "_",
  "",
  "{aoba}",
])("nobody learns who is here by %s", async (query) => {
  expect(await found(query)).toEqual([]);
});

it("a network address asks sixty times within a quarter of an hour", async () => {
  for (let n = 0; n < 60; n++) await searchCompanyDoors(`door ${n}`, "203.0.113.7");
  await expect(searchCompanyDoors("aoba", "203.0.113.7")).rejects.toThrow(TooMany);
  expect(await searchCompanyDoors("aoba", "203.0.113.8")).toHaveLength(1);
});

test("a name of one character is found in full only", () => {
  const keys = doorKeys({ slug: "rin", name: "凛株式会社", nameEn: "Rin", foundBy: [] });
  expect(keys).toEqual(["rin", "凛株式会社"]);
  expect(doorKeysAsked("凜株式会社")).toEqual(["凛株式会社"]);
  expect(doorKeysAsked("凛")).toEqual([]);
});
