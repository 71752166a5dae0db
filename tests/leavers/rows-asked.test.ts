import { expect, test } from "vitest";
import { readRowsAsked, rowsAskedSchema } from "#lib/leavers/rows-asked.ts";

test("an address asks for people by what becomes of them and by a reason; everybody where it can't be read", () => {
  expect(readRowsAsked({})).toEqual({ show: "ALL" });
  expect(readRowsAsked({ show: "ERROR" })).toEqual({ show: "ERROR" });
  expect(readRowsAsked({ show: "WARNED", reason: "no-mail" })).toEqual({ show: "WARNED", reason: "no-mail" });
  expect(readRowsAsked({ reason: "no-mail" })).toEqual({ show: "ALL", reason: "no-mail" });
  for (const query of [{ show: "NOBODY" }, { show: ["NEW", "ERROR"] }, { reason: "x".repeat(100) }])
    expect(readRowsAsked(query)).toEqual({ show: "ALL" });
});

test("where a page goes on is a place", () => {
  expect(rowsAskedSchema.parse({ show: "NEW", after: 50 })).toEqual({ show: "NEW", after: 50 });
  for (const after of [-1, 0.5, "1", null])
    expect(rowsAskedSchema.safeParse({ show: "NEW", after }).success).toBe(false);
});
