import { expect, test } from "vitest";
import { dayOf, daysBetween } from "#components/ui/days.ts";

test.each([
  ["2026-11-22T14:59:00Z", "Asia/Tokyo", "2026-11-22"],
  ["2026-11-22T15:00:00Z", "Asia/Tokyo", "2026-11-23"],
  ["2026-11-22T15:00:00Z", "America/Los_Angeles", "2026-11-22"],
])("%s is in %s on %s", (at, zone, day) => expect(dayOf(new Date(at), zone)).toBe(day));

test.each([
  ["2026-11-22", "2026-11-22", 0],
  // Through a change of the clock, and of the year.
  ["2026-03-01", "2026-03-15", 14],
  ["2025-12-31", "2026-01-01", 1],
])("from %s to %s it is %i", (from, to, days) => expect(daysBetween(from, to)).toBe(days));
