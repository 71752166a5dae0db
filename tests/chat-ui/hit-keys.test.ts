import { expect, test } from "vitest";
import { nextHit } from "#components/chat/search/hit-keys.ts";

test.each([
  [-1, 3, "ArrowDown", 0],
  [0, 3, "ArrowDown", 1],
  [2, 3, "ArrowDown", undefined],
  [-1, 0, "ArrowDown", undefined],
  [2, 3, "ArrowUp", 1],
  [0, 3, "ArrowUp", -1],
  [1, 3, "Home", 0],
  [1, 3, "End", 2],
  // The field's own.
  [-1, 3, "ArrowUp", undefined],
  [-1, 3, "Home", undefined],
  [-1, 3, "End", undefined],
  [1, 3, "Enter", undefined],
])("from %i of %i hits, %s leads to %s", (at, count, key, next) =>
  expect(nextHit(at, count, key)).toBe(next),
);
