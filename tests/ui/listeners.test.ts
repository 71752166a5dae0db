import { expect, test, vi } from "vitest";
import { createListeners } from "#components/ui/listeners.ts";

test("each listener hears what is emitted, until it unsubscribes", () => {
  const listeners = createListeners<[string, number]>();
  const one = vi.fn();
  const other = vi.fn();
  const unsubscribe = listeners.subscribe(one);
  listeners.subscribe(other);
  listeners.emit("first", 1);
  unsubscribe();
  listeners.emit("second", 2);
  expect(one.mock.calls).toEqual([["first", 1]]);
  expect(other.mock.calls).toEqual([
    ["first", 1],
    ["second", 2],
  ]);
});
