import { plainLetters } from "#lib/letters.ts";
import { eraStarts } from "./eras.ts";
import { type Month, monthOf } from "./month.ts";

/**
 * The month that somebody typed: 2016年4月, 2016/4, 2016-04, 201604, April 2016, 平成28年4月, H28.4, Heisei 28/4; full-width too. A year
 * counts on past the end of its era, as people still write 平成32年 and 昭和100年. Null for what is none.
 */
export function parseMonth(typed: string): Month | null {
  const text = plainLetters(typed);
  const [, name = "", nameYear] = text.match(/^([a-z]{3,})\.?,?\s+(\d{4})$/) ?? [];
  if (nameYear)
    return monthOf(Number(nameYear), englishMonths.findIndex((month) => month.startsWith(name)) + 1);
  const [, plainYear, plainMonth] = text.match(/^(\d{4})(\d{2})$/) ?? [];
  if (plainYear) return monthOf(Number(plainYear), Number(plainMonth));
  const [, era = "", count = "", month] =
    text.match(/^(\p{L}*?)\s*(\d{1,4}|元)\s*(?:年|[-/.])\s*(\d{1,2})\s*月?$/u) ?? [];
  const years = count === "元" ? 1 : Number(count);
  if (era === "") return monthOf(years, Number(month));
  const start = eraStarts().get(era);
  return start && years > 0 ? monthOf(start + years - 1, Number(month)) : null;
}

const englishMonths = Array.from({ length: 12 }, (_, index) =>
  plainLetters(
    new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, index, 1)),
  ),
);
