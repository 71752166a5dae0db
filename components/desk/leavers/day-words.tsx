import { useFormatter } from "next-intl";

/** A day, YYYY-MM-DD, whole: 2026年3月31日. */
export function useDayWords(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
}
