import { type Stint, stintsOf } from "#lib/people/positions.ts";
import type { History, Overlap } from "#lib/people/schema.ts";

/**
 * What two people share of their time here, as far as the years and departments are known: the longest time together in one department, or else
 * the year in which both joined; null for neither, and for oneself.
 */
export function overlapOf(own: History, other: History): Overlap | null {
  const [together] = stintsOf(own)
    .flatMap((one) => stintsOf(other).flatMap((another) => togetherIn(one, another) ?? []))
    .sort(longestFirst);
  if (together) {
    const { department, from, until } = together;
    return { department, from: yearOf(from), until: until && yearOf(until) };
  }
  if (!own.joinedOn || !other.joinedOn) return null;
  const joined = yearOf(own.joinedOn);
  return joined === yearOf(other.joinedOn) ? { joined } : null;
}

type Together = { department: string; from: string; until: string | null };

function togetherIn(one: Stint, other: Stint): Together | null {
  if (one.department !== other.department) return null;
  const from = later(one.since, other.since);
  const until = earlier(one.until, other.until);
  return until === null || from <= until ? { department: one.department, from, until } : null;
}

/** Of two that are as long, what began first, so that both people read the same. */
function longestFirst(one: Together, other: Together): number {
  return (
    lengthOf(other) - lengthOf(one) ||
    one.from.localeCompare(other.from) ||
    one.department.localeCompare(other.department)
  );
}

/** In milliseconds; what goes on is longer than what has ended. */
function lengthOf({ from, until }: Together): number {
  return Date.parse(until ?? "9999-12-31") - Date.parse(from);
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
