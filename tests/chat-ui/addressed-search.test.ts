import { expect, test } from "vitest";
import { openAddressed, soughtAt, typedInto } from "#components/chat/search/addressed-search.ts";

test("what is typed comes round by the address without opening anything again, however late", () => {
  const typed = ["ま", "ます", "ますだ"].reduce(typedInto, openAddressed(""));
  expect(soughtAt(typed, "")).toBe(typed);
  const late = soughtAt(typed, "ま");
  expect(late).toEqual({ q: "ま", coming: ["ます", "ますだ"], opened: 0 });
  expect(soughtAt(late, "ますだ")).toEqual({ q: "ますだ", coming: [], opened: 0 });
});

test("words that the address has already are not written again", () => {
  const open = openAddressed("ます");
  expect(typedInto(open, "ます")).toBe(open);
  const typed = typedInto(open, "ま");
  expect(typedInto(typed, "ま")).toBe(typed);
  expect(typedInto(typed, "ます").coming).toEqual(["ま", "ます"]);
});

test("an address that came by a link opens the search again", () => {
  const typed = soughtAt(typedInto(openAddressed(""), "ます"), "ます");
  const emptied = soughtAt(typed, "");
  expect(emptied).toEqual({ q: "", coming: [], opened: 1 });
  expect(soughtAt(emptied, "ます").opened).toBe(2);
});
