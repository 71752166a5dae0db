import { expect, test } from "vitest";
import { addWords, holdsSeparator } from "#components/ui/tag-words.ts";

const limits = { max: 5, maxLength: 10 };

test.each<[string, string[]]>([
  ["高分子", ["高分子"]],
  ["高分子、有機合成", ["高分子", "有機合成"]],
  ["polymers, pilot  line ,", ["polymers", "pilot line"]],
  ["一\n二\t三；四", ["一", "二", "三", "四"]],
  [" 、, ", []],
])("%j are words one by one", (typed, words) => {
  expect(addWords([], typed, limits)).toMatchObject({ tags: words, refused: null });
});

test("words that differ only in width, case or kana are one", () => {
  expect(addWords(["ｻｰﾊﾞｰ", "Excel"], "excel, さーばー, ＥＸＣＥＬ", limits)).toEqual({
    tags: ["ｻｰﾊﾞｰ", "Excel"],
    added: [],
    refused: { word: "excel", reason: "twice" },
  });
});

test("what is too much or too long is refused, the rest is taken", () => {
  expect(addWords(["一", "二"], "三、12345678901、四", limits)).toEqual({
    tags: ["一", "二", "三", "四"],
    added: ["三", "四"],
    refused: { word: "12345678901", reason: "tooLong" },
  });
  expect(addWords(["一", "二", "三", "四"], "五、六", limits)).toMatchObject({
    added: ["五"],
    refused: { word: "六", reason: "full" },
  });
});

test("a comma of either kind ends a word, a space does not", () => {
  expect(["a,", "a、", "a，", "a\n", "a;"].every(holdsSeparator)).toBe(true);
  expect(holdsSeparator("quality control")).toBe(false);
});
