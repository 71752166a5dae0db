import { expect, test } from "vitest";
import { matchMembers } from "#components/chat/details/match-members.ts";
import type { Participant } from "#lib/chat/schema.ts";

const member = (displayName: string, kana: string | null, formerName: string | null = null): Participant => ({
  person: {
    memberId: displayName,
    kind: "EMPLOYEE",
    displayName,
    kana,
    formerName,
    monogram: "",
    headline: null,
  },
  role: "MEMBER",
  state: "ACTIVE",
});
const members = [
  member("高橋 千夏", "たかはし ちなつ", "佐藤"),
  member("大野 さくら", "おおの さくら"),
  member("Tomás Arregui", null),
  member("Ngọc Nguyễn", null),
];

test.each([
  ["", "高橋 千夏 大野 さくら Tomás Arregui Ngọc Nguyễn"],
  ["  ", "高橋 千夏 大野 さくら Tomás Arregui Ngọc Nguyễn"],
  ["たかはしち", "高橋 千夏"],
  ["タカハシ", "高橋 千夏"],
  ["ﾁﾅﾂ", "高橋 千夏"],
  ["高橋千夏", "高橋 千夏"],
  ["佐藤", "高橋 千夏"],
  ["さくら 大野", "大野 さくら"],
  ["tomas", "Tomás Arregui"],
  ["ARREGUI tom", "Tomás Arregui"],
  ["髙橋", "高橋 千夏"],
  ["Takahashi, Chinatsu", "高橋 千夏"],
  ["高橋、千夏", "高橋 千夏"],
  ["takahasi tinatu", "高橋 千夏"],
  ["ohno", "大野 さくら"],
  ["nguyen", "Ngọc Nguyễn"],
  ["Nguyễn", "Ngọc Nguyễn"],
  ["たがはし", "高橋 千夏"],
  ["がわし", ""],
  ["zzz", ""],
])("%j finds %j", (q, names) => {
  expect(
    matchMembers(members, q)
      .map(({ person }) => person.displayName)
      .join(" "),
  ).toBe(names);
});
