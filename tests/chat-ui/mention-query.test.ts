import { describe, expect, test } from "vitest";
import { mentionChoices } from "#components/chat/text/mention-choices.ts";
import { mentionQuery, withMention } from "#components/chat/text/mention-query.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { idOf } from "./lines.ts";

function person(number: number, displayName: string, kana: string | null): PersonCard {
  const card = { formerName: null, monogram: displayName.charAt(0), headline: null };
  return { memberId: idOf(number), kind: "EMPLOYEE", displayName, kana, ...card };
}

const people = [
  person(1, "大野 さくら", "おおの さくら"),
  person(2, "高橋 千夏", "タカハシ チナツ"),
  person(3, "Hannah Whitfield", null),
];

describe("what is being typed", () => {
  test.each([
    ["@", ""],
    ["＠さく", "さく"],
    ["どうも@さく", "さく"],
    ["@大野 さ", "大野 さ"],
    ["mail@example.com", null],
    ["@大野 さくら ", null],
    ["@大野\nつぎ", null],
    ["大野", null],
    [`@${"あ".repeat(21)}`, null],
  ])("%s", (text, words) => {
    expect(mentionQuery(text, text.length)?.words ?? null).toBe(words);
  });

  test("ends at the caret", () => {
    expect(mentionQuery("@さくらへ", 3)).toEqual({ from: 0, to: 3, words: "さく" });
  });
});

describe("who may be meant", () => {
  const found = (words: string) => mentionChoices(words, people, []).map(({ displayName }) => displayName);
  test.each([
    ["", ["大野 さくら", "高橋 千夏", "Hannah Whitfield"]],
    ["さく", ["大野 さくら"]],
    ["サク", ["大野 さくら"]],
    ["ｻｸ", ["大野 さくら"]],
    ["大野さ", ["大野 さくら"]],
    ["大野 さ", ["大野 さくら"]],
    ["たか", ["高橋 千夏"]],
    ["千", ["高橋 千夏"]],
    ["whit", ["Hannah Whitfield"]],
    ["ＨＡＮ", ["Hannah Whitfield"]],
    ["くら", []],
    ["髙橋", ["高橋 千夏"]],
    ["takahashi", ["高橋 千夏"]],
    ["takahasi", ["高橋 千夏"]],
    ["tinatu", ["高橋 千夏"]],
    ["ohno", ["大野 さくら"]],
    ["たがはし", ["高橋 千夏"]],
  ])("%s", (words, names) => {
    expect(found(words)).toEqual(names);
  });

  test("surnames come before given names, each in the order of the conversation", () => {
    const group = [
      person(4, "鈴木 隆", "すずき たかし"),
      person(5, "高橋 千夏", "たかはし ちなつ"),
      person(6, "谷 貴子", "たに たかこ"),
      person(7, "髙木 光", "たかぎ ひかる"),
    ];
    const names = (words: string, authors: string[] = []) =>
      mentionChoices(words, group, authors).map(({ displayName }) => displayName);
    expect(names("たか")).toEqual(["高橋 千夏", "髙木 光", "鈴木 隆", "谷 貴子"]);
    expect(names("taka")).toEqual(["高橋 千夏", "髙木 光", "鈴木 隆", "谷 貴子"]);
    // Who wrote here comes before them all.
    expect(names("たか", [idOf(6), idOf(7)])).toEqual(["谷 貴子", "髙木 光", "高橋 千夏", "鈴木 隆"]);
    expect(names("", [idOf(7)])).toEqual(["髙木 光", "鈴木 隆", "高橋 千夏", "谷 貴子"]);
  });

  test.each([
    ["tomas", "Tomás Arregui"],
    ["nguyen", "Ngọc Nguyễn"],
    ["olga", "Olly van den Berg"],
    ["olly", "Olly van den Berg"],
    ["van den", "Olly van den Berg"],
    ["berg", "Olly van den Berg"],
    ["jeanluc", "Jean-Luc O’Brien"],
    ["obrien", "Jean-Luc O’Brien"],
    ["関が原", "関ヶ原 茂"],
    ["関ケ原", "関ヶ原 茂"],
    ["ジャンリュック", "ジャン＝リュック エマ"],
    ["ジャン・リュック", "ジャン＝リュック エマ"],
    ["たかはし", "Chinatsu Takahashi"],
  ])("@%s is %s", (words, name) => {
    const group = [
      person(1, "Tomás Arregui", null),
      person(2, "Ngọc Nguyễn", null),
      { ...person(3, "Olly van den Berg", null), otherName: "Olga" },
      person(4, "Jean-Luc O’Brien", null),
      person(5, "関ヶ原 茂", null),
      person(6, "ジャン＝リュック エマ", null),
      person(7, "Chinatsu Takahashi", null),
    ];
    const names = mentionChoices(words, group, []).map(({ displayName }) => displayName);
    expect(names).toEqual([name]);
  });
});

test("the name takes the place of what was typed, with one space behind it", () => {
  const text = "どうも@さく、ありがとう";
  const query = mentionQuery(text, 6);
  expect(query && withMention(text, query, "大野 さくら")).toEqual({
    text: "どうも@大野 さくら 、ありがとう",
    caret: 11,
  });
  expect(withMention("@さ ね", { from: 0, to: 2, words: "さ" }, "大野 さくら").text).toBe("@大野 さくら ね");
});
