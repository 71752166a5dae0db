import { describe, expect, test } from "vitest";
import { eraStarts, erasOf, erasOfYear } from "#components/ui/eras.ts";
import { fromMonthValue, type Month, monthName, toMonthValue } from "#components/ui/month.ts";
import { parseMonth } from "#components/ui/parse-month.ts";

const month = (value: string): Month => fromMonthValue(value) ?? expect.fail(`${value} is no month`);

describe("the Japanese year of a month", () => {
  test.each([
    ["2016-04", ["平成28年"], ["Heisei 28"]],
    ["2019-04", ["平成31年"], ["Heisei 31"]],
    ["2019-05", ["令和元年"], ["Reiwa 1"]],
    ["2020-01", ["令和2年"], ["Reiwa 2"]],
    // Eras that began within a month: on the 8th, the 25th and the 30th.
    ["1989-01", ["昭和64年", "平成元年"], ["Shōwa 64", "Heisei 1"]],
    ["1926-12", ["大正15年", "昭和元年"], ["Taishō 15", "Shōwa 1"]],
    ["1912-07", ["明治45年", "大正元年"], ["Meiji 45", "Taishō 1"]],
    ["1989-02", ["平成元年"], ["Heisei 1"]],
    ["1869-01", ["明治2年"], ["Meiji 2"]],
  ])("%s", (value, ja, en) => {
    expect(erasOf(month(value), "ja")).toEqual(ja);
    expect(erasOf(month(value), "en")).toEqual(en);
  });

  test("a year in which an era ended has two", () => {
    expect(erasOfYear(2019, "ja")).toEqual(["平成31年", "令和元年"]);
    expect(erasOfYear(2018, "ja")).toEqual(["平成30年"]);
  });

  test("eras are known by each of their names", () => {
    const starts = eraStarts();
    expect(["明治", "大正", "昭和", "平成", "令和"].map((name) => starts.get(name))).toEqual([
      1868, 1912, 1926, 1989, 2019,
    ]);
    expect(["m", "t", "s", "h", "r", "heisei", "taisho"].map((name) => starts.get(name))).toEqual([
      1868, 1912, 1926, 1989, 2019, 1989, 1912,
    ]);
  });
});

describe("what somebody types is read", () => {
  test.each([
    ["2016年4月", "2016-04"],
    ["２０１６年０４月", "2016-04"],
    ["2016/4", "2016-04"],
    ["2016-04", "2016-04"],
    ["2016.4", "2016-04"],
    ["201604", "2016-04"],
    [" 2016 年 4 月 ", "2016-04"],
    ["April 2016", "2016-04"],
    ["apr. 2016", "2016-04"],
    ["Sept 2016", "2016-09"],
    ["平成28年4月", "2016-04"],
    ["平成２８年４月", "2016-04"],
    ["㍻28年4月", "2016-04"],
    ["H28.4", "2016-04"],
    ["ｈ２８／４", "2016-04"],
    ["Heisei 28/4", "2016-04"],
    ["令和元年5月", "2019-05"],
    ["R1.5", "2019-05"],
    ["昭和64年1月", "1989-01"],
    ["S63-12", "1988-12"],
    // Past the end of an era, as people go on counting.
    ["平成31年10月", "2019-10"],
    ["昭和100年1月", "2025-01"],
  ])("%s", (typed, value) => {
    const read = parseMonth(typed);
    expect(read && toMonthValue(read)).toBe(value);
  });

  test.each([
    "",
    "2016",
    "2016年",
    "2016年13月",
    "2016年0月",
    "28年4月",
    "平成0年4月",
    "foo 28年4月",
    "ma 2016",
    "1868年1月",
    "2016年4月1日",
  ])("%s is no month", (typed) => expect(parseMonth(typed)).toBeNull());

  test("what is shown of a month is read as that month, in both languages", () => {
    for (let year = 1869; year <= 2100; year += 7)
      for (const locale of ["ja", "en"]) {
        const one = { year, month: (year % 12) + 1 };
        expect(parseMonth(monthName(one, locale))).toEqual(one);
      }
  });
});

test("a value that is none is none", () => {
  for (const value of ["2016-4", "2016-13", "2016-04-01", "", "x"]) expect(fromMonthValue(value)).toBeNull();
});
