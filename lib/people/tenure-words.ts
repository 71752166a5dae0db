/** What one finds a person by who came, and who left, in this year of the calendar: 2016年入社. The days are YYYY-MM-DD. */
export function tenureWords(
  joinedOn: string | null | undefined,
  leftOn: string | null | undefined,
): string[] {
  const word = (day: string | null | undefined, way: string) => (day ? [`${day.slice(0, 4)}年${way}`] : []);
  return [...word(joinedOn, "入社"), ...word(leftOn, "退社")];
}

/** A normalised question in which every year of joining or leaving is written as `tenureWords` write it: 平成28年入社, joined in 2016. */
export function withTenureWords(question: string): string {
  return question
    .replace(eraYear, (_, era: string, year: string) => `${yearOf(era, year)}年`)
    .replace(eraLetter, (_, era: string, year: string, way: string) => `${yearOf(era, year)}年${wayOf(way)}`)
    .replace(yearAndWay, (_, year?: string, way = "", wayBefore = "", yearAfter = "") =>
      year ? `${year}年${wayOf(way)}` : `${yearAfter}年${wayOf(wayBefore)}`,
    );
}

/** The year before the first of each era. */
const eras = new Map(
  Object.entries({ 大正: 1911, t: 1911, 昭和: 1925, s: 1925, 平成: 1988, h: 1988, 令和: 2018, r: 2018 }),
);
const eraYear = /(大正|昭和|平成|令和)(\d{1,2}|元)年/g;
const eraLetter = /\b([tshr])(\d{1,2})年?度?(入社|退社|退職)/g;
const yearAndWay =
  /(?<!\d)(\d{4})年?度? ?(入社|退社|退職)|(入社|退社|退職|\bjoined|\bleft)(?: in)? ?(\d{4})(?!\d)年?/g;

function yearOf(era: string, year: string): number {
  return (eras.get(era) ?? 0) + (year === "元" ? 1 : Number(year));
}

function wayOf(way: string): string {
  return way === "入社" || way === "joined" ? "入社" : "退社";
}
