import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOrderOf, readDate } from "#lib/leavers/reading/dates.ts";

const read = (cell: string) => {
  const date = readDate(cell, undefined);
  return "problem" in date ? date.problem : date.day;
};

test.each([
  ["2019/04/01", "2019-04-01"],
  ["2019-4-1", "2019-04-01"],
  ["2019.4.1", "2019-04-01"],
  ["２０１９年４月１日", "2019-04-01"],
  ["2019年4月1日(月)", "2019-04-01"],
  ["2019-04-01T00:00:00", "2019-04-01"],
  ["2019/04/01 0:00", "2019-04-01"],
  ["20190401", "2019-04-01"],
  ["42826", "2017-04-01"],
  ["平成元年4月1日", "1989-04-01"],
  ["㍻1年4月1日", "1989-04-01"],
  ["㋿2/4/1", "2020-04-01"],
  ["H20.4.1", "2008-04-01"],
  ["r3-3-31", "2021-03-31"],
  ["Ｓ63／2／29", "1988-02-29"],
  ["M45.7.29", "1912-07-29"],
  ["T1.7.30", "1912-07-30"],
])("%s is %s", (cell, day) => {
  expect(read(cell)).toBe(day);
});

test.each([
  "",
  "-",
  "なし",
  "9999/12/31",
  "99991231",
  "2999-12-31",
  "1900/01/01",
  "1900年1月1日",
  "0000/00/00",
  "00000000",
])("%j is no date", (cell) => {
  expect(read(cell)).toBeNull();
});

test.each([
  ["2019/02/30", "no-such-date"],
  ["20191301", "no-such-date"],
  ["平成元年2月29日", "no-such-date"],
  ["2019年4月", "no-day"],
  ["平成20年4月", "no-day"],
  ["19/4/1", "two-digit-year"],
  ["04/01/19", "two-digit-year"],
  ["平成0年4月1日", "unreadable"],
  ["退職済み", "unreadable"],
])("%s is refused: %s", (cell, problem) => {
  expect(read(cell)).toBe(problem);
});

test("a year that its era did not reach is read, and told of", () => {
  expect(readDate("平成32年3月31日", undefined)).toEqual({ day: "2020-03-31", outsideEra: true });
  expect(readDate("令和元年4月30日", undefined)).toEqual({ day: "2019-04-30", outsideEra: true });
  expect(readDate("令和元年5月1日", undefined)).toEqual({ day: "2019-05-01" });
  expect(readDate("昭和64年1月7日", undefined)).toEqual({ day: "1989-01-07" });
});

test("day or month first is the column's, and never guessed", () => {
  expect(dateOrderOf(["01/02/2020", "13.10.2022"])).toBe("day-first");
  expect(dateOrderOf(["01/02/2020", "10/13/2022"])).toBe("month-first");
  expect(dateOrderOf(["01/02/2020", "03/04/2022"])).toBe("undecided");
  expect(dateOrderOf(["13/02/2020", "02/13/2022"])).toBe("mixed");
  expect(dateOrderOf(["2020-01-02", "03/03/2020", ""])).toBeUndefined();
  expect(readDate("01/02/2020", "undecided")).toEqual({ problem: "order-undecided" });
  expect(readDate("13/02/2020", "mixed")).toEqual({ problem: "order-mixed" });
  expect(readDate("31/02/2020", "day-first")).toEqual({ problem: "no-such-date" });
});

const anyDay = fc
  .date({ min: new Date("1912-07-30"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("whatever day is written in whatever form is that day", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom("/", "-", "."), fc.boolean(), (day, separator, isPadded) => {
      const [year = "", month = "", date = ""] = day
        .split("-")
        .map((part) => (isPadded ? part : `${Number(part)}`));
      expect(read([year, month, date].join(separator))).toBe(day);
      expect(read(`${year}年${month}月${date}日`)).toBe(day);
      expect(read(day.replaceAll("-", ""))).toBe(day);
      expect(readDate([date, month, year].join(separator), "day-first")).toEqual({ day });
      expect(readDate([month, date, year].join(separator), "month-first")).toEqual({ day });
    }),
  );
});

test("a day of an era is the day that Intl writes so", () => {
  const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "UTC" });
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(readDate(era.format(new Date(day)), undefined)).toEqual({ day });
    }),
  );
});

test("a serial number of Excel is the day so many days after the last of 1899, but one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 99_999 }), (serial) => {
      const days = (Date.parse(read(`${serial}`) ?? "") - Date.parse("1899-12-30")) / 86_400_000;
      expect(days).toBe(serial);
    }),
  );
});
