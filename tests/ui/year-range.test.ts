import { expect, test } from "vitest";
import { withEnd } from "#components/ui/year-range.ts";

const years = [2024, 2015, 2010, 1998];
const range = { from: 2010, until: 2015 };

test.each([
  ["alone, it means all on its side", undefined, "from", 2010, { from: 2010, until: 2024 }],
  ["alone, it means all on its side", undefined, "until", 2010, { from: 1998, until: 2010 }],
  ["the other end stays", range, "until", 2024, { from: 2010, until: 2024 }],
  ["the other end gives way", range, "from", 2024, { from: 2024, until: 2024 }],
  ["the other end gives way", range, "until", 1998, { from: 1998, until: 1998 }],
  ["opened, it leaves the other", range, "until", null, { from: 2010, until: 2024 }],
  ["opened, it leaves the other", range, "from", null, { from: 1998, until: 2015 }],
  ["both open are no range", { from: 1998, until: 2015 }, "until", null, undefined],
  ["both open are no range", undefined, "from", null, undefined],
] as const)("%s", (_, before, end, year, after) => expect(withEnd(before, end, year, years)).toEqual(after));
