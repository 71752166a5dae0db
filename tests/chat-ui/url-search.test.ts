import { expect, test } from "vitest";
import { afterTyping, afterUrlChange, searchFromUrl } from "#components/chat/search/url-search.ts";

test("what is typed comes round by the address without opening anything again, however late", () => {
  const typed = ["ま", "ます", "ますだ"].reduce(afterTyping, searchFromUrl(""));
  expect(afterUrlChange(typed, "")).toBe(typed);
  const late = afterUrlChange(typed, "ま");
  expect(late).toEqual({ q: "ま", pending: ["ます", "ますだ"], opened: 0 });
  expect(afterUrlChange(late, "ますだ")).toEqual({ q: "ますだ", pending: [], opened: 0 });
});

test("words that the address has already are not written again", () => {
  const open = searchFromUrl("ます");
  expect(afterTyping(open, "ます")).toBe(open);
  const typed = afterTyping(open, "ま");
  expect(afterTyping(typed, "ま")).toBe(typed);
  expect(afterTyping(typed, "ます").pending).toEqual(["ま", "ます"]);
});

test("an address that came by a link opens the search again", () => {
  const typed = afterUrlChange(afterTyping(searchFromUrl(""), "ます"), "ます");
  const emptied = afterUrlChange(typed, "");
  expect(emptied).toEqual({ q: "", pending: [], opened: 1 });
  expect(afterUrlChange(emptied, "ます").opened).toBe(2);
});
