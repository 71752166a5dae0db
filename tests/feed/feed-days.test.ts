import { describe, expect, it } from "vitest";
import { groupByDay } from "#components/feed/feed-days.ts";
import type { FeedLine } from "#lib/registry/feed.ts";

const person = {
  memberId: "m",
  kind: "ALUMNUS",
  displayName: "髙橋 一郎",
  kana: null,
  formerName: null,
  monogram: "髙",
  headline: null,
} as const;
const lineAt = (occurredAt: string): FeedLine => ({
  id: occurredAt,
  kind: "CHANGED",
  person,
  parts: ["area"],
  occurredAt,
});

describe("days of the feed", () => {
  const lines = ["2026-11-22T15:30:00.000Z", "2026-11-22T14:30:00.000Z", "2026-11-21T16:00:00.000Z"].map(
    lineAt,
  );
  const days = (timeZone: string) => groupByDay(lines, timeZone).map(({ day, lines }) => [day, lines.length]);

  it("are those of the reader's time zone", () => {
    expect(days("Asia/Tokyo")).toEqual([
      ["2026-11-23", 1],
      ["2026-11-22", 2],
    ]);
    expect(days("America/Los_Angeles")).toEqual([
      ["2026-11-22", 2],
      ["2026-11-21", 1],
    ]);
  });
});
