/** In which order a column writes day and month where a number alone does not say: decided from all of its cells, never from one. */
export type DateOrder = "day-first" | "month-first" | "undecided" | "mixed";

export type DateProblem =
  | "no-such-date"
  | "no-day"
  | "two-digit-year"
  | "order-undecided"
  | "order-mixed"
  | "unreadable";

/** A cell as a day, YYYY-MM-DD; null for none; or why it can't be read. `outsideEra`: a year that its era did not reach (平成32年). */
type ReadDate = { day: string | null; outsideEra?: true } | { problem: DateProblem };

/** A cell of a column of dates. Knows Japanese eras, 8 digits, Excel's serial numbers, and year, month and day between . / - or 年月日. */
export function readDate(cell: string, order: DateOrder | undefined): ReadDate {
  if (cell.length > maxLength) return { problem: "unreadable" };
  const text = plain(cell);
  if (/^(?:[-ー―—]*|なし|無し?|未定|n\/?a|null|none|9{8}|0{8})$/.test(text)) return { day: null };
  const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);
  const era = eraDate.exec(text);
  if (era) return inEra(era.slice(1));
  const [year, month, day] =
    numbers(/^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/) ?? numbers(/^(\d{4})(\d\d)(\d\d)$/) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return asDay(year, month, day);
  const ordered = numbers(otherOrder);
  if (ordered) return inOrder(ordered, order);
  if (/^[1-9]\d{4}(?:\.\d+)?$/.test(text))
    return { day: new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))).toISOString().slice(0, 10) };
  if (/^(?:\d{4}[年./-]\d{1,2}月?|.{1,2}(?:\d{1,2}|元)年\d{1,2}月)$/.test(text)) return { problem: "no-day" };
  if (/^\d{1,2}[年./-]\d{1,2}[月./-]\d{1,2}日?$/.test(text)) return { problem: "two-digit-year" };
  return { problem: "unreadable" };
}

/**
 * The order of day and month that the cells of a column agree in: "undecided" where none shows it, "mixed" where they do not agree, undefined
 * where it makes no difference.
 */
export function dateOrderOf(cells: Iterable<string>): DateOrder | undefined {
  const found = { dayFirst: false, monthFirst: false, either: false };
  for (const cell of cells) {
    if (cell.length > maxLength || !mayBeOrdered.test(cell)) continue;
    const [first = 0, second = 0] = otherOrder.exec(plain(cell))?.slice(1).map(Number) ?? [];
    if (first > 12 && second <= 12) found.dayFirst = true;
    else if (second > 12 && first <= 12) found.monthFirst = true;
    else if (first !== second) found.either = true;
  }
  if (found.dayFirst) return found.monthFirst ? "mixed" : "day-first";
  if (found.monthFirst) return "month-first";
  return found.either ? "undecided" : undefined;
}

/** Longer than any date is written. */
const maxLength = 40;

/** Half width, without a time of day and a day of the week. */
function plain(cell: string): string {
  return cell
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[t ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$/, "")
    .replace(/\([日月火水木金土]\)$/, "")
    .replace(/\s+/g, "");
}

const mayBeOrdered = /^\s*[\d０-９]{1,2}\s*[./\-．／－]/;
const otherOrder = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

const eraNames = ["明治", "大正", "昭和", "平成", "令和"];
const eraStarts = ["1868-01-25", "1912-07-30", "1926-12-25", "1989-01-08", "2019-05-01"];
const eraDate = /^(明治|大正|昭和|平成|令和|[mtshr])(0?[1-9]|[1-9]\d|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/;

function inEra([name = "", year, month, day]: string[]): ReadDate {
  const era = name.length === 1 ? "mtshr".indexOf(name) : eraNames.indexOf(name);
  const first = Number(eraStarts[era]?.slice(0, 4));
  const read = asDay(first - 1 + (year === "元" ? 1 : Number(year)), Number(month), Number(day));
  if ("problem" in read || read.day === null) return read;
  const isInside = read.day >= (eraStarts[era] ?? "") && read.day < (eraStarts[era + 1] ?? "9999");
  return isInside ? read : { day: read.day, outsideEra: true };
}

function inOrder([first = 0, second = 0, year = 0]: number[], order: DateOrder | undefined): ReadDate {
  if (order === "day-first" || first === second) return asDay(year, second, first);
  if (order === "month-first") return asDay(year, first, second);
  return { problem: order === "mixed" ? "order-mixed" : "order-undecided" };
}

/** What systems write where there is no date is none. */
function asDay(year: number, month: number, day: number): ReadDate {
  if (year === 9999 || year === 2999 || (year === 0 && month === 0 && day === 0)) return { day: null };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1868 || year > 2199)
    return { problem: "no-such-date" };
  const read = date.toISOString().slice(0, 10);
  return { day: read === "1900-01-01" ? null : read };
}
