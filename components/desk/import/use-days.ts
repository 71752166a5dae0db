import { useFormatter, useTranslations } from "next-intl";

/** Days of employment in words: one, and from one to another, of which either may not be known. */
export function useDays() {
  const text = useTranslations("leavers.import.row");
  const format = useFormatter();
  const dayText = (day: string) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
  return {
    dayText,
    spanText(from: string | null | undefined, until: string | null | undefined): string | null {
      if (from && until) return text("between", { from: dayText(from), until: dayText(until) });
      if (from) return text("from", { from: dayText(from) });
      return until ? text("until", { until: dayText(until) }) : null;
    },
  };
}
