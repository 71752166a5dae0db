import { expect, test } from "vitest";
import { errorsBeside, errorsOf } from "#components/drafts/form-errors.ts";
import { isSame } from "#components/drafts/same-values.ts";
import { listDifferences } from "#components/drafts/written-values.ts";
import { findErrors, maxLengthOf } from "#components/profile/own/written-errors.ts";
import { maxLength } from "#lib/people/policy.ts";

test("two versions are told apart line by line, also where one of them lacks a line", () => {
  const mine = [
    { term: "Headline", value: "Catalysts " },
    { term: "About", value: "Nine years" },
    { term: "Mentoring", value: "yes" },
  ];
  const theirs = [
    { term: "Headline", value: "Catalysts" },
    { term: "About", value: "" },
    { term: "Referral", value: "yes" },
  ];
  expect(listDifferences(mine, theirs)).toEqual([
    { term: "About", mine: "Nine years", theirs: "" },
    { term: "Mentoring", mine: "yes", theirs: "" },
    { term: "Referral", mine: "", theirs: "yes" },
  ]);
});

test("nothing and an empty text are the same", () => {
  expect(isSame({ area: null }, { area: "" })).toBe(true);
  expect(isSame({ skills: ["a"] }, { skills: ["a", "b"] })).toBe(false);
});

test("what is too long or missing is known before it is sent, wherever in a section it stands", () => {
  expect(maxLengthOf("links.3")).toBe(maxLength.link);
  expect(maxLengthOf("purposes.0.note")).toBe(maxLength.note);
  expect(maxLengthOf("purposes.0.purpose")).toBeUndefined();
  const long = "x".repeat(400);
  expect(findErrors({ familyName: " ", givenName: "千夏", preferredName: long })).toEqual({
    familyName: "required",
    preferredName: "tooLong",
  });
  expect(findErrors({ links: ["https://example.com", long], area: null })).toEqual({ "links.1": "tooLong" });
  expect(findErrors({ purposes: [{ purpose: "REHIRE", note: long }] })).toEqual({
    "purposes.0.note": "tooLong",
  });
  expect(findErrors({ headline: ` ${"あ".repeat(maxLength.headline)}\n` })).toEqual({});
});

test("what the server does not take stands at the fields of the section, until they are changed", () => {
  const errors = errorsOf({
    "after.links.2": "notALink",
    "after.links": "tooMany",
    "before.links": "tooMany",
  });
  expect(errors).toEqual({ "links.2": "notALink", links: "tooMany" });
  expect(errorsBeside({ links: [] }, { ...errors, area: "tooLong" })).toEqual({ area: "tooLong" });
});
