"use client";

import { DayText } from "./date-text.tsx";
import { useToday } from "./use-today.ts";

/** A heading's day of the reader's zone, YYYY-MM-DD: today and yesterday by these names, for as long as they are. */
export function DayName({ day }: { day: string }) {
  return <DayText day={day} today={useToday()} />;
}
