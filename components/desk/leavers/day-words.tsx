import { useFormatter } from "next-intl";

/** A day, YYYY-MM-DD, whole, in the reader's way. */
export function useDayWords(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
}
