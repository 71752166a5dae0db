import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openConversation } from "#components/chat/conversation-state.ts";
import { createConversationStore } from "#components/chat/conversation-store.ts";
import { createOutbox, type Send } from "#components/chat/outbox.ts";
import { offline } from "#components/live/live-request.ts";
import { line, me, pending, threadId } from "./lines.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function outboxOf(clients: number[], answers: Awaited<ReturnType<Send>>[]) {
  const store = createConversationStore(openConversation(me, { lines: [], more: false }, 0));
  store.dispatch({ type: "written", lines: clients.map(pending) });
  const asked: string[] = [];
  const outbox = createOutbox(threadId, store, async ({ text }) => {
    asked.push(text);
    const number = store.get().lines.length + 1;
    const client = Number(text.split(" ")[1]);
    return answers.shift() ?? { ok: true, data: line(number, me, client) };
  });
  return { store, outbox, asked };
}

test("sends one after another, in the order in which they were written", async () => {
  const { store, outbox, asked } = outboxOf([1, 2, 3], []);
  await Promise.all([outbox.send(), outbox.send()]);
  expect(asked).toEqual(["line 1", "line 2", "line 3"]);
  expect(store.get().pending).toEqual([]);
  expect(store.get().lines.map(({ clientId }) => clientId)).toEqual(
    [1, 2, 3].map((n) => pending(n).clientId),
  );
});

test("stops at the first that nobody hears, and begins there again", async () => {
  const { store, outbox, asked } = outboxOf([1, 2], [offline, offline]);
  await outbox.send();
  expect(asked).toEqual(["line 1"]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual(["line 1", "line 1"]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked).toEqual(["line 1", "line 1", "line 1", "line 2"]);
  expect(store.get().pending).toEqual([]);
});

test("does not wait for its time when it is called", async () => {
  const { store, outbox } = outboxOf([1], [offline]);
  await outbox.send();
  await outbox.send();
  expect(store.get().pending).toEqual([]);
});

test("waits as long as the server asks it to", async () => {
  const { outbox, asked } = outboxOf([1], [{ ok: false, code: "too-many", retryAfter: 7 }]);
  await outbox.send();
  await vi.advanceTimersByTimeAsync(6_900);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(2);
});

test("keeps what the server refuses, and goes on with the next", async () => {
  const { store, outbox, asked } = outboxOf([1, 2], [{ ok: false, code: "invalid", fields: {} }]);
  await outbox.send();
  expect(asked).toEqual(["line 1", "line 2"]);
  expect(store.get().pending).toEqual([{ ...pending(1), refused: true }]);
});

test("a closed one tries no more", async () => {
  const { outbox, asked } = outboxOf([1], [offline]);
  await outbox.send();
  outbox.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});
