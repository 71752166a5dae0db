import { expect, test } from "vitest";
import { monthText, yearSpan } from "#components/person/employment.ts";

test.each([
  ["2021-04-01", "ja", "2021年4月"],
  ["2021-04-01", "en", "April 2021"],
  ["2021-03-31", "en", "March 2021"],
])("%s in %s is %s", (day, locale, expected) => {
  expect(monthText(day, locale)).toBe(expected);
});

test.each([
  ["2008-04-01", "2021-03-31", "2008–2021"],
  ["2021-04-01", "2021-09-30", "2021"],
  ["2016-04-01", null, "2016–"],
])("from %s until %s is %s", (joinedOn, leftOn, expected) => {
  expect(yearSpan(joinedOn, leftOn)).toBe(expected);
});
