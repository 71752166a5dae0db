import { plainLetters } from "#lib/letters.ts";
import { firstYear, type Month } from "./month.ts";

/** The Japanese year of a month (平成28年, Heisei 28). Two where an era ended within it: January 1989 is in 昭和64年 and 平成元年. */
export function erasOf({ year, month }: Month, locale: string): string[] {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return between(Date.UTC(year, month - 1, 1), Date.UTC(year, month - 1, lastDay), locale);
}

/** The same of a whole year: 平成31年 and 令和元年 of 2019. */
export function erasOfYear(year: number, locale: string): string[] {
  return between(Date.UTC(year, 0, 1), Date.UTC(year, 11, 31), locale);
}

function between(first: number, last: number, locale: string): string[] {
  return [...new Set([nameOf(first, locale), nameOf(last, locale)])];
}

function nameOf(at: number, locale: string): string {
  const isJapanese = locale.startsWith("ja");
  const { era, count } = countYears(at, isJapanese ? "ja" : "en", "long");
  if (!isJapanese) return `${era} ${count}`;
  return `${era}${count === 1 ? "元" : count}年`;
}

let starts: Map<string, number> | undefined;

/** The year that an era counts as its first, by each of its names: 平成, heisei and h. Asked of the browser, which learns of a new one. */
export function eraStarts(): ReadonlyMap<string, number> {
  if (starts) return starts;
  starts = new Map();
  for (let year = new Date().getUTCFullYear(); year >= firstYear; year--) {
    const lastDay = Date.UTC(year, 11, 31);
    const names = [
      countYears(lastDay, "ja", "long"),
      countYears(lastDay, "en", "long"),
      countYears(lastDay, "en", "narrow"),
    ];
    for (const { era, count } of names) starts.set(plainLetters(era), year - count + 1);
  }
  return starts;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

function countYears(at: number, language: "ja" | "en", era: "long" | "narrow") {
  const name = `${language}-${era}`;
  const calendar =
    calendars.get(name) ??
    new Intl.DateTimeFormat(`${language}-u-ca-japanese`, { era, year: "numeric", timeZone: "UTC" });
  calendars.set(name, calendar);
  const parts = new Map(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
  const year = parts.get("year") ?? "";
  return { era: parts.get("era") ?? "", count: year === "元" ? 1 : Number(year) };
}
