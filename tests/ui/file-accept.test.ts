import { expect, test } from "vitest";
import { isAccepted, sizeText } from "#components/ui/file-accept.ts";

const csv = { name: "名簿.CSV", type: "" };
const photo = { name: "a.jpeg", type: "image/jpeg" };

test.each([
  [csv, ".csv,text/csv", true],
  [csv, "image/*", false],
  [photo, "image/*", true],
  [photo, " .PNG , image/jpeg ", true],
  [photo, ".jpg", false],
  [{ name: "csv", type: "application/pdf" }, ".csv", false],
  [photo, undefined, true],
  [photo, "", true],
] as const)("%j of %j: %j", (file, accept, is) => expect(isAccepted(file, accept)).toBe(is));

test("a size is said in kB or MB", () => {
  expect([1, 820_000, 1_000_000, 3_440_000].map((bytes) => sizeText(bytes, "en"))).toEqual([
    "1\u00a0kB",
    "820\u00a0kB",
    "1\u00a0MB",
    "3.4\u00a0MB",
  ]);
});
