/** A month of the calendar; `month` from 1 to 12. */
export type Month = { year: number; month: number };

/** The first whole year of Meiji: nothing is asked of the time before. */
export const firstYear = 1869;
const lastYear = 2200;

/** Null where there is no such month. */
export function monthOf(year: number, month: number): Month | null {
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  return year >= firstYear && year <= lastYear ? { year, month } : null;
}

/** As it is kept and sent: 2016-04. Values order as their months do. */
export function toMonthValue({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Null for what is not YYYY-MM. */
export function fromMonthValue(value: string): Month | null {
  const [, year, month] = value.match(/^(\d{4})-(\d{2})$/) ?? [];
  return monthOf(Number(year), Number(month));
}

/** As it is read: 2016年4月, April 2016. */
export function monthName({ year, month }: Month, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, 1),
  );
}

/** 4月, Apr. */
export function shortMonthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(
    Date.UTC(2000, month - 1, 1),
  );
}
