import { expect, test } from "vitest";
import { createCatchUp } from "#components/chat/catch-up.ts";
import { lastNumber, openConversation } from "#components/chat/conversation-state.ts";
import { createConversationStore } from "#components/chat/conversation-store.ts";
import { offline } from "#components/live/live-request.ts";
import { line, me } from "./lines.ts";

const table = Array.from({ length: 120 }, (_, index) => line(index + 1));

function pageAfter(after: number) {
  const lines = table.slice(after, after + 50);
  return { ok: true as const, data: { lines, more: after + 50 < table.length, readNumber: 30 } };
}

function storeWith(count: number) {
  return createConversationStore(openConversation(me, { lines: table.slice(0, count), more: false }, 0));
}

test("asks page by page until nothing is left", async () => {
  const store = storeWith(3);
  const asked: number[] = [];
  await createCatchUp(store, async (after) => {
    asked.push(after);
    return pageAfter(after);
  })();
  expect(asked).toEqual([3, 53, 103]);
  expect(store.get().lines).toEqual(table);
  expect(store.get().readNumber).toBe(30);
});

test("runs once at a time, and once more when it was called meanwhile", async () => {
  const store = storeWith(120);
  let asked = 0;
  const catchUp = createCatchUp(store, async (after) => {
    asked += 1;
    return pageAfter(after);
  });
  await Promise.all([catchUp(), catchUp(), catchUp()]);
  expect(asked).toBe(2);
});

test("gives up where nobody answers, and can be called again", async () => {
  const store = storeWith(3);
  let online = false;
  const catchUp = createCatchUp(store, async (after) => (online ? pageAfter(after) : offline));
  await catchUp();
  expect(lastNumber(store.get())).toBe(3);
  online = true;
  await catchUp();
  expect(lastNumber(store.get())).toBe(120);
});
