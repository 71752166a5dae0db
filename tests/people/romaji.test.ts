import { describe, expect, test } from "vitest";
import { romajiSpellings, toRomaji } from "#lib/people/romaji.ts";
import { soundOf, toHepburn } from "#lib/people/sounds.ts";

test.each([
  ["たかはし ちなつ", "takahashichinatsu"],
  ["タカハシ", "takahashi"],
  ["しょうじ", "shouji"],
  ["じゅんいち", "junichi"],
  ["きっかわ", "kikkawa"],
  ["ほっち", "hotchi"],
  ["みっつ", "mittsu"],
  ["ふぁんでんべるぐ", "fandenberugu"],
  ["ウィリアム", "wiriamu"],
  ["ヴァイオラ", "vaiora"],
  ["ティナ", "tina"],
  ["シェリー", "sheri"],
  ["きぃ", "kii"],
  ["かをる", "kaoru"],
  ["づか", "zuka"],
  ["サーバー", "saba"],
  ["っ", ""],
  ["高橋さん", "高橋san"],
])("%s is %s", (kana, romaji) => {
  expect(toRomaji(kana)).toBe(romaji);
});

test.each([
  ["おおの", ["oono", "ono", "ohno"]],
  ["ほんま", ["honma", "homma"]],
  ["高橋", []],
])("%s is spelt %o", (kana, spellings) => {
  expect(romajiSpellings(kana)).toEqual(spellings);
});

test.each([
  ["takahasi", "takahashi"],
  ["tinatu", "chinatsu"],
  ["zyunko", "junko"],
  ["jyunko", "junko"],
  ["tyo cyo", "cho cho"],
  ["matti", "matchi"],
  ["kosyo", "kosho"],
  ["assi", "asshi"],
  ["huzimoto", "fujimoto"],
  ["mitsuduka", "mitsuzuka"],
  ["kaworu", "kaoru"],
  ["chuhei shuhei", "chuhei shuhei"],
])("%s is %s in Hepburn", (letters, hepburn) => {
  expect(toHepburn(letters)).toBe(hepburn);
  expect(toHepburn(hepburn)).toBe(hepburn);
});

describe("by the sound", () => {
  test.each([
    ["やまざき やまさき yamasaki yamazaki YAMASAKI".split(" ").slice(0, 4)],
    [["おおの", "おの", "ono", "ohno", "oono", "おうの"]],
    [["しゅうへい", "shuhei", "syuuhei", "しゅへい", "じゅうへい"]],
    [["ほった", "ほた", "hotta", "ぼった"]],
    [["ほんま", "homma", "honma"]],
    [["ちば", "chiba", "tiba", "ちは"]],
    [["つじ", "tsuji", "tuzi", "つし"]],
    [["ヴィオラ", "viora", "びおら"]],
  ])("%o are one", (readings) => {
    expect(new Set(readings.map(soundOf)).size).toBe(1);
  });

  test("kanji have none", () => {
    expect([soundOf("高橋"), soundOf("高橋さん"), soundOf("o'neill"), soundOf("")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
