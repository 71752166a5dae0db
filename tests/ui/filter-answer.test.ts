import { expect, test } from "vitest";
import { withChosen } from "#components/ui/filter-answer.ts";

const choices = [{ value: "Sales", people: 4 }];
const whole = { choices, atLeast: false, complete: true };

test.each([
  ["before any answer", null, null],
  ["where none came", { error: "offline" }, null],
  ["beside the first of many", { ...whole, complete: false }, null],
  ["where not all people were counted", { ...whole, atLeast: true }, null],
  ["where nobody has it any more", whole, 0],
])("what is chosen and not among the choices, %s", (_, answer, people) =>
  expect(withChosen(["Research"], answer)[0]).toEqual({ value: "Research", people }),
);

test("what is chosen is there once, with its number", () => {
  expect(withChosen(["Sales"], whole)).toEqual(choices);
});
