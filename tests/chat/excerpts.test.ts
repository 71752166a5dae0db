import { describe, expect, test } from "vitest";
import { excerptOf } from "#lib/chat/excerpts.ts";
import { queryTerms } from "#lib/people/search-text.ts";

/** The excerpt with its hits in brackets. */
const marked = (text: string, q: string) =>
  excerptOf(text, queryTerms(q))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("what was found is marked", () => {
  test.each([
    ["来月の打ち合わせは京都です", "京都", "来月の打ち合わせは[京都]です"],
    ["京都から京都まで", "京都", "[京都]から[京都]まで"],
    ["サーバーが落ちました", "さーば", "[サーバー]が落ちました"],
    ["ｻｰﾊﾞｰが", "サーバ", "[ｻｰﾊﾞｰ]が"],
    ["髙橋さんへ", "高橋", "[髙橋]さんへ"],
    ["佐々木さんへ", "佐佐木", "[佐々木]さんへ"],
    ["Ｍｅｅｔｉｎｇ", "meet", "[Ｍｅｅｔ]ｉｎｇ"],
    ["see the café menu", "CAFE", "see the [café] menu"],
    ["見積もり\n\n送りました", "見積 送り", "[見積]もり [送り]ました"],
    ["straße", "ss", "stra[ß]e"],
    ["か\u3099くせい", "がく", "[か\u3099く]せい"],
    ["関ヶ原で", "関が原", "[関ヶ原]で"],
    ["関が原で", "関ヶ原", "[関が原]で"],
    ["龍ケ崎", "竜が崎", "[龍ケ崎]"],
    ["何もない", "京都", "何もない"],
  ])("%s: %s", (text, q, expected) => {
    expect(marked(text, q)).toBe(expected);
  });
});

test("a long message is cut to what stands around the first hit", () => {
  const text = `${"あ".repeat(200)}京都${"い".repeat(200)}`;
  expect(marked(text, "京都")).toBe(`…${"あ".repeat(24)}[京都]${"い".repeat(94)}…`);
});

test.each([
  [
    `${"because of the weather ".repeat(4)}we met in Kyoto and ${"talked about everything ".repeat(8)}`,
    "…the weather we met in [Kyoto] and talked about everything talked about everything talked about everything talked about…",
  ],
  [`${"x".repeat(60)}kyoto${"y".repeat(200)}`, `…${"x".repeat(24)}[kyoto]${"y".repeat(91)}…`],
])("English is cut between its words, a very long one where it must be: %s", (text, expected) => {
  const excerpt = marked(text, "kyoto");
  expect(excerpt).toBe(expected);
});

test("no character is cut in two", () => {
  const text = `${"👩‍🔬𠮷".repeat(40)}京都`;
  expect(marked(text, "京都")).toBe(`…${"👩‍🔬𠮷".repeat(12)}[京都]`);
});
