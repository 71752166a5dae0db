import { expect, test } from "vitest";
import { nextStop } from "#components/ui/arrow-keys.tsx";

const items = ["first", "second", "last"];

test.each([
  ["first", "ArrowDown", "second"],
  ["last", "ArrowDown", undefined],
  ["last", "ArrowUp", "second"],
  ["first", "ArrowUp", undefined],
  ["second", "Home", "first"],
  ["second", "End", "last"],
  ["second", "Enter", undefined],
  ["within an item", "ArrowDown", undefined],
])("from %s, %s leads to %s", (from, key, next) => expect(nextStop(key, from, items)).toBe(next));

test.each([
  ["field", "ArrowDown", "first"],
  ["first", "ArrowUp", "field"],
  // The field's own.
  ["field", "ArrowUp", undefined],
  ["field", "Home", undefined],
  ["field", "End", undefined],
])("under a field, from %s, %s leads to %s", (from, key, next) =>
  expect(nextStop(key, from, items, { above: "field" })).toBe(next),
);

test.each([
  ["box", "ArrowUp", "last"],
  ["box", "End", "last"],
  ["last", "ArrowDown", undefined],
  // The box's own scrolling.
  ["box", "ArrowDown", undefined],
  ["box", "Home", undefined],
])("in a box that opens at its end, from %s, %s leads to %s", (from, key, next) =>
  expect(nextStop(key, from, items, { below: "box" })).toBe(next),
);

test("among no items there is nowhere to go", () => {
  expect(nextStop("ArrowDown", "field", [], { above: "field" })).toBeUndefined();
  expect(nextStop("ArrowUp", "box", [], { below: "box" })).toBeUndefined();
});
