import { expect, test } from "vitest";
import {
  displayName,
  isJapaneseName,
  kanaName,
  monogram,
  type NameParts,
  sortKey,
} from "#lib/people/names.ts";

const name = (familyName: string, givenName: string, more: Partial<NameParts> = {}): NameParts => ({
  familyName,
  givenName,
  ...more,
});
const kana = (familyNameKana: string, givenNameKana: string) => ({ familyNameKana, givenNameKana });

test.each([
  [
    name("高橋", "千夏", kana("たかはし", "ちなつ")),
    "高橋 千夏",
    "たかはし ちなつ",
    "高千",
    "たかはし ちなつ",
  ],
  [
    name("髙橋", "耕作", kana("タカハシ", "コウサク")),
    "髙橋 耕作",
    "たかはし こうさく",
    "髙耕",
    "たかはし こうさく",
  ],
  [name("葛\u{E0100}城", "さち"), "葛\u{E0100}城 さち", null, "葛\u{E0100}さ", "葛城 さち"],
  [
    name("𠮷田", "茂雄", kana("よしだ", "しげお")),
    "𠮷田 茂雄",
    "よしだ しげお",
    "𠮷茂",
    "よした しけお|よしだ しげお",
  ],
  [name("東海林", "さくら", kana("しょうじ", "")), "東海林 さくら", null, "東さ", "東海林 さくら"],
  [name("Whitfield", "Hannah"), "Hannah Whitfield", null, "HW", "whitfield hannah"],
  [
    name("van den Berg", "Olga", { preferredName: "Olg" }),
    "Olg van den Berg",
    null,
    "OB",
    "van den berg olga",
  ],
  [name("Müller", "Łukasz"), "Łukasz Müller", null, "ŁM", "muller lukasz"],
  [name("O'Brien", "Ngọc"), "Ngọc O'Brien", null, "NO", "obrien ngoc"],
  [name("de la cruz", "ana"), "ana de la cruz", null, "AD", "de la cruz ana"],
  [
    name("Takahashi", "Chinatsu", kana("たかはし", "ちなつ")),
    "Chinatsu Takahashi",
    "たかはし ちなつ",
    "CT",
    "takahashi chinatsu",
  ],
])("%o is shown, read, abbreviated and ordered", (parts, shown, read, letters, key) => {
  expect([displayName(parts), kanaName(parts), monogram(parts), sortKey(parts)]).toEqual([
    shown,
    read,
    letters,
    key,
  ]);
});

test("a preferred name does not replace a Japanese one", () => {
  expect(displayName(name("高橋", "千夏", { preferredName: "Chii" }))).toBe("高橋 千夏");
});

test("the reading orders people as a Japanese list does, a short family name before a longer one", () => {
  const people = [
    name("長谷川", "翼", kana("はせがわ", "つばさ")),
    name("林", "葵", kana("はやし", "あおい")),
    name("林田", "葵", kana("はやしだ", "あおい")),
    name("阿部", "渚", kana("あべ", "なぎさ")),
    name("蒲生", "渚", kana("がもう", "なぎさ")),
    name("木村", "渚", kana("きむら", "なぎさ")),
    name("加藤", "渚", kana("かとう", "なぎさ")),
    name("我藤", "渚", kana("がとう", "なぎさ")),
    name("高木", "光", kana("たかぎ", "ひかる")),
    name("髙橋", "空", kana("たかはし", "そら")),
    name("高橋", "凪", kana("たかはし", "なぎ")),
  ];
  const ordered = people.map((person) => ({ shown: displayName(person), key: sortKey(person) }));
  ordered.sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(ordered.map(({ shown }) => shown)).toEqual([
    "阿部 渚",
    "加藤 渚",
    "我藤 渚",
    "蒲生 渚",
    "木村 渚",
    "高木 光",
    "髙橋 空",
    "高橋 凪",
    "長谷川 翼",
    "林 葵",
    "林田 葵",
  ]);
});

test.each([
  ["高橋", "千夏", true],
  ["ゆずき", "りん", true],
  ["スミス", "エマ", true],
  ["Smith", "恵美", true],
  ["Nakamura", "Ngọc", false],
])("%s %s is a Japanese name: %s", (familyName, givenName, expected) => {
  expect(isJapaneseName({ familyName, givenName })).toBe(expected);
});
