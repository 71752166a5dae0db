import { expect, test } from "vitest";
import { fieldsToFix, textOf } from "#components/desk/import/fix-fields.ts";
import type { ImportRow, Problem } from "#lib/leavers/schema.ts";

const cell = { file: 0, row: 9, column: 4, text: "2019/02/30" };
const noDate: Problem = { field: "left", kind: "error", reason: "no-such-date", cell };
const row: ImportRow = {
  place: 1,
  person: { familyName: "山田", givenName: "花子", mail: "hana@example.com", joinedOn: "2010-04-01" },
  problems: [],
  from: [],
  verdict: "ERROR",
  decision: null,
  leaver: null,
  changes: {},
  fixed: {},
};
const fieldsOf = (problems: Partial<Problem>[], fixed: ImportRow["fixed"] = {}) =>
  fieldsToFix({ problems: problems.map((problem) => ({ ...noDate, ...problem })), fixed });

test("what is wrong is typed in its field, in both where two contradict, and each field is there once", () => {
  expect(fieldsOf([{}])).toEqual(["left"]);
  expect(fieldsOf([{ reason: "left-before-joined" }, {}])).toEqual(["joined", "left"]);
  expect(fieldsOf([{ field: "familyNameKana", reason: "reading-to-check" }])).toEqual([
    "familyNameKana",
    "givenNameKana",
  ]);
  expect(fieldsOf([{}], { left: "2019/02/28", number: "1" })).toEqual(["left", "number"]);
});

test("what only a decision, the whole row or another file can put right has no field", () => {
  expect(fieldsOf([{ field: "status", reason: "active-but-left" }])).toEqual([]);
  expect(fieldsOf([{ field: "rehired", reason: "rehired" }])).toEqual([]);
  expect(fieldsOf([{ field: null, reason: "too-many-cells" }])).toEqual([]);
  expect(fieldsOf([{ field: "number", reason: "not-in-other-file" }])).toEqual([]);
});

test("in a field stands what was typed, else the cell that is wrong, else what was read", () => {
  const wrong = { ...row, problems: [noDate] };
  expect(textOf({ ...wrong, fixed: { left: "2019" } }, "left")).toBe("2019");
  expect(textOf(wrong, "left")).toBe("2019/02/30");
  expect(textOf(wrong, "joined")).toBe("2010-04-01");
  expect(textOf(wrong, "name")).toBe("山田 花子");
  expect(textOf({ ...row, person: { familyName: "Smith", givenName: "John" } }, "name")).toBe("Smith, John");
  expect(textOf(wrong, "privateMail")).toBe("hana@example.com");
  expect(textOf(wrong, "department")).toBe("");
});
