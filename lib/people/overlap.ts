import type { Career, Overlap } from "#lib/people/schema.ts";

/**
 * What two people share of their time here, as far as the years and departments are known: the years together in one department, or else
 * the year in which both joined; null for neither, and for oneself.
 */
export function overlapOf(own: Career, other: Career): Overlap | null {
  if (!own.joinedOn || !other.joinedOn) return null;
  if (own.department && own.department === other.department) {
    const from = later(own.joinedOn, other.joinedOn);
    const until = earlier(own.leftOn, other.leftOn);
    if (until === null || from <= until)
      return { department: own.department, from: yearOf(from), until: until && yearOf(until) };
  }
  const joined = yearOf(own.joinedOn);
  return joined === yearOf(other.joinedOn) ? { joined } : null;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Of two last days; null for none. */
function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}
