import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTypingStore } from "#components/chat/frame/typing-store.ts";
import { idOf, me, other, threadId } from "./lines.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("each fades after five seconds of silence", () => {
  const store = createTypingStore();
  store.typed(threadId, me);
  vi.advanceTimersByTime(3_000);
  store.typed(threadId, other);
  expect(store.in(threadId)).toEqual([me, other]);
  expect(store.in(idOf(910))).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(store.in(threadId)).toEqual([other]);
  vi.advanceTimersByTime(3_000);
  expect(store.in(threadId)).toEqual([]);
});

test("anyone who goes on typing does not fade, and nothing is shown again for it", () => {
  const store = createTypingStore();
  store.typed(threadId, other);
  const shown = store.in(threadId);
  const changes = vi.fn();
  store.subscribe(changes);
  for (let count = 0; count < 4; count++) {
    vi.advanceTimersByTime(3_000);
    store.typed(threadId, other);
  }
  expect(store.in(threadId)).toBe(shown);
  expect(changes).not.toHaveBeenCalled();
});

test("whose line has come types no longer", () => {
  const store = createTypingStore();
  store.typed(threadId, other);
  store.wrote(idOf(910), [other]);
  expect(store.in(threadId)).toEqual([other]);
  store.wrote(threadId, [other]);
  expect(store.in(threadId)).toEqual([]);
});
