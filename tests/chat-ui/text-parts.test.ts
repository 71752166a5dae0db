import { expect, test } from "vitest";
import { mentionsIn, textParts } from "#components/chat/text/text-parts.ts";
import { idOf } from "./lines.ts";

const chinatsu = { memberId: idOf(1), displayName: "高橋 千夏" };
const takahashi = { memberId: idOf(2), displayName: "高橋" };
const anna = { memberId: idOf(3), displayName: "Anna Lee" };
const everybody = [takahashi, chinatsu, anna];

test.each([
  ["@高橋 千夏 さん、お願いします", [chinatsu.memberId]],
  ["お願いします@高橋 千夏", [chinatsu.memberId]],
  ["@高橋 さんへ", [takahashi.memberId]],
  ["@高橋 千夏@Anna Lee", [chinatsu.memberId, anna.memberId]],
  ["@高橋 千夏 @高橋 千夏", [chinatsu.memberId]],
  ["@Anna", []],
  ["@@Anna Lee", [anna.memberId]],
  ["高橋 千夏", []],
  ["https://example.com/@高橋 千夏", []],
  ["https://example.com/a @Anna Lee", [anna.memberId]],
  ["", []],
])("%s", (text, expected) => {
  expect(mentionsIn(text, everybody)).toEqual(expected);
  expect(
    textParts(text, everybody)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

test("a link stays a link beside a mention", () => {
  expect(textParts("@Anna Lee https://example.com。", [anna])).toEqual([
    { text: "@Anna Lee", memberId: anna.memberId },
    { text: " " },
    { text: "https://example.com", href: "https://example.com" },
    { text: "。" },
  ]);
});

test("a name is no mention when nobody of that name was mentioned", () => {
  expect(textParts("@Anna Lee", [chinatsu])).toEqual([{ text: "@Anna Lee" }]);
});
