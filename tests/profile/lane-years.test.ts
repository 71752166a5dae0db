import { expect, it } from "vitest";
import { lanesOf } from "#components/profile/lane-years.ts";
import type { Position } from "#lib/people/schema.ts";

const today = "2026-11-30";
const career = (joinedOn: string | null, leftOn: string | null = null, positions: Position[] = []) => ({
  department: "材料開発部",
  joinedOn,
  leftOn,
  positions,
});

it("lays two careers on one axis of whole years, to the month", () => {
  const lanes = lanesOf(career("2010-07-01", "2014-12-31"), career("2012-01-15", "2019-06-30"), today);
  expect(lanes?.marks.map(({ year }) => year)).toEqual([2010, 2012, 2014, 2016, 2018]);
  expect(lanes?.own.whole).toEqual({ start: 5, length: 45 });
  expect(lanes?.other.whole).toEqual({ start: 20, length: 75 });
  expect(lanes?.together).toEqual({ start: 20, length: 30 });
  expect(lanes?.untilNow).toBe(false);
});

it("goes on until today for who is still here", () => {
  const lanes = lanesOf(career("2024-01-01"), career("2026-01-01"), today);
  expect(lanes?.marks.map(({ year, at }) => [year, Math.round(at)])).toEqual([
    [2024, 0],
    [2025, 33],
    [2026, 67],
  ]);
  expect(lanes?.untilNow).toBe(true);
  expect(lanes?.own.whole.length).toBeCloseTo((35 / 36) * 100);
  expect(lanes?.together).toEqual(lanes?.other.whole);
});

it("shows nothing between two who never met here", () => {
  expect(lanesOf(career("1990-04-01", "1999-03-31"), career("2000-04-01"), today)?.together).toBeNull();
});

it("is nothing where the years of one are not known", () => {
  expect(lanesOf(career(null), career("2000-04-01"), today)).toBeNull();
  expect(lanesOf(career("2000-04-01"), career(null), today)).toBeNull();
});

it("has few marks, of which none stands on another, for one month and for seventy years", () => {
  for (const joinedOn of [
    "2026-11-01",
    "2025-01-01",
    "2017-04-01",
    "2001-04-01",
    "1984-04-01",
    "1956-04-01",
  ]) {
    const { marks = [] } = lanesOf(career(joinedOn), career(joinedOn), today) ?? {};
    expect(marks.length, joinedOn).toBeGreaterThan(0);
    expect(marks.length, joinedOn).toBeLessThan(7);
    const places = marks.map(({ at }) => at);
    for (const [index, place] of places.entries())
      if (index > 0) expect(place - (places[index - 1] ?? 0), joinedOn).toBeGreaterThanOrEqual(17);
    // "Now" stands at the end.
    expect(Math.max(...places), joinedOn).toBeLessThanOrEqual(83);
  }
});

it("lays what somebody held into their time here, to the month, and nothing past its ends", () => {
  const held = (from: string, until: string | null): Position => ({
    department: "工場",
    title: null,
    from,
    until,
  });
  const lanes = lanesOf(
    career("2010-01-01", "2019-12-31", [held("2011-01", "2012-12"), held("2015-01", null)]),
    career("2010-01-01", "2019-12-31", [held("2008-01", "2010-12")]),
    today,
  );
  expect(lanes?.own.held.map(({ stretch, until }) => ({ ...stretch, until }))).toEqual([
    { start: 10, length: 20, until: "2012-12-31" },
    { start: 50, length: 50, until: "2019-12-31" },
  ]);
  expect(lanes?.other.held.map(({ stretch }) => stretch)).toEqual([{ start: 0, length: 10 }]);
});
