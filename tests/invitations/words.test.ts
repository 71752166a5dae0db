import { expect, test } from "vitest";
import { brokenPlaceholder, fillPlaceholders } from "#lib/invitations/words.ts";

const values = {
  name: "青木 遥 様",
  familyName: "青木",
  company: "青葉",
  joinedYear: "2012",
  leftYear: "2020",
  department: "",
};

test("placeholders are filled in, and a line with one of which nothing is known is left out", () => {
  expect(fillPlaceholders("{name}\n{department}でのご活躍\n{joinedYear}〜{leftYear}", values)).toBe(
    "青木 遥 様\n2012〜2020",
  );
});

test("what somebody's name holds in braces is no placeholder", () => {
  expect(fillPlaceholders("{name}", { ...values, name: "{company}" })).toBe("{company}");
});

test.each([
  ["{name}と{company}", null],
  ["{nmae}", "{nmae}"],
  ["{}", "{}"],
  ["{name", "{"],
  ["name}", "}"],
  ["{{name}}", "{"],
])("of %s the broken one is %s", (text, broken) => {
  expect(brokenPlaceholder(text)).toBe(broken);
});
