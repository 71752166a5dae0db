import { afterEach, beforeEach, expect, test } from "vitest";
import { shareFormatters } from "#lib/shared-formatters.ts";

const originals = { ...Object.getOwnPropertyDescriptors(Intl) };
beforeEach(shareFormatters);
afterEach(() => void Object.defineProperties(Intl, originals));

const noon = new Date("2026-11-29T03:00:00Z");

test("the same question to Intl has the same formatter, another has another", () => {
  const tokyo = { timeZone: "Asia/Tokyo", hour: "numeric" } as const;
  const one = new Intl.DateTimeFormat("ja", tokyo);
  expect(new Intl.DateTimeFormat("ja", { ...tokyo })).toBe(one);
  expect(new Intl.DateTimeFormat("en", tokyo)).not.toBe(one);
  expect(new Intl.DateTimeFormat("ja", { ...tokyo, timeZone: "UTC" }).format(noon)).toBe("3時");
  expect(one.format(noon)).toBe("12時");
  expect(new Intl.PluralRules("en")).toBe(new Intl.PluralRules("en"));
  expect(new Intl.NumberFormat("en").format(1234)).toBe("1,234");
});

test("what else one does with a maker goes on as it did", () => {
  class Own extends Intl.NumberFormat {}
  expect(new Own("ja")).not.toBe(new Own("ja"));
  expect(new Intl.NumberFormat("ja")).toBeInstanceOf(Intl.NumberFormat);
  expect(Intl.DateTimeFormat("ja", { timeZone: "UTC" }).resolvedOptions().timeZone).toBe("UTC");
  expect(Intl.NumberFormat.supportedLocalesOf(["ja", "en"])).toEqual(["ja", "en"]);
  expect(() => new Intl.DateTimeFormat("ja", { timeZone: "Nowhere/None" })).toThrow(RangeError);
});
