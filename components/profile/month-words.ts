import { monthText } from "#components/person/employment.ts";
import { erasOf } from "#components/ui/eras.ts";
import { fromMonthValue } from "#components/ui/month.ts";

/** A device on which somebody wants to read the Japanese year beside each month has this cookie. */
export const eraCookie = "okaeri-eras";

/** The month of a day or a month (2016-04): 2016年4月, and 2016年4月（平成28年） with the Japanese year. */
export function monthWords(value: string, locale: string, eras: boolean): string {
  const month = fromMonthValue(value.slice(0, 7));
  const words = monthText(value.length === 7 ? `${value}-01` : value, locale);
  if (!eras || !month) return words;
  const era = erasOf(month, locale);
  return locale.startsWith("ja") ? `${words}（${era.join("・")}）` : `${words} (${era.join(" / ")})`;
}
