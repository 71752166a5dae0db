import { dayOf } from "#components/ui/days.ts";
import type { Look } from "#lib/audit/schema.ts";

type LookDay = { id: string; day: string; by: Look["by"]; matters: Look["matter"][] };

/** What one person looked at on one day of the reader's, as one, in the order of the newest of it; `id`: of that. */
export function daysOfLooks(looks: readonly Look[], timeZone: string): LookDay[] {
  const days = new Map<string, LookDay>();
  for (const { id, at, by, matter } of looks) {
    const day = dayOf(new Date(at), timeZone);
    const key = `${day} ${typeof by === "object" ? `name ${by.name}` : by}`;
    const known = days.get(key);
    if (!known) days.set(key, { id, day, by, matters: [matter] });
    else if (!known.matters.includes(matter)) known.matters.push(matter);
  }
  return [...days.values()];
}
