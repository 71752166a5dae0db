import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCatchUp, type Sync } from "#components/chat/state/catch-up.ts";
import { isBehind } from "#components/chat/state/conversation-state.ts";
import { createConversationStore } from "#components/chat/state/conversation-store.ts";
import { lastNumber } from "#components/chat/state/line-window.ts";
import { offline } from "#components/live/live-request.ts";
import { opened, other } from "./lines.ts";
import { Table } from "./table.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A screen that saw the first three lines of 120. */
function screenOf(answer: (table: Table, after: number) => ReturnType<Sync>, onGone?: () => void) {
  const table = new Table({ page: 50, sync: 50, maxMissed: 500 });
  for (let count = 0; count < 3; count++) table.send(other);
  const store = createConversationStore(opened(table.lines()));
  for (let count = 0; count < 117; count++) table.send(other);
  const asked: number[] = [];
  const sync: Sync = (after) => {
    asked.push(after);
    return answer(table, after);
  };
  return { table, store, asked, catchUp: createCatchUp(store, sync, onGone) };
}
const answered = async (table: Table, after: number) =>
  ({ ok: true, data: table.changesAfter(after) }) as const;

test("asks page by page until nothing is left", async () => {
  const { table, store, asked, catchUp } = screenOf(answered);
  table.readNumber = 30;
  await catchUp();
  expect(asked).toEqual([3, 53, 103]);
  expect(store.get().lines).toEqual(table.lines());
  expect(store.get().readNumber).toBe(30);
});

test("runs once at a time, and once more when it was called meanwhile", async () => {
  const { store, asked, catchUp } = screenOf(answered);
  await catchUp();
  asked.length = 0;
  await Promise.all([catchUp(), catchUp(), catchUp()]);
  expect(asked).toHaveLength(2);
  expect(isBehind(store.get())).toBe(false);
});

test("gives up where nobody answers, and can be called again", async () => {
  let online = false;
  const { store, catchUp } = screenOf(async (table, after) => (online ? answered(table, after) : offline));
  await catchUp();
  expect(lastNumber(store.get())).toBe(3);
  online = true;
  await catchUp();
  expect(lastNumber(store.get())).toBe(120);
});

test("asks again later where the server has no time", async () => {
  const refusals = [
    { ok: false, code: "too-many", retryAfter: 2 },
    { ok: false, code: "unexpected", requestId: "1" },
  ] as const;
  let asked = 0;
  const { store, catchUp } = screenOf(async (table, after) => refusals[asked++] ?? answered(table, after));
  await catchUp();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lastNumber(store.get())).toBe(120);
});

test("says when there is no such thread any more", async () => {
  const onGone = vi.fn();
  await screenOf(async () => ({ ok: false, code: "not-found" }), onGone).catchUp();
  expect(onGone).toHaveBeenCalledOnce();
});

test("while it watches, a push after a missing one is reason enough", async () => {
  const { table, store, catchUp } = screenOf(answered);
  const stop = catchUp.watch();
  table.send(other);
  store.dispatch({ type: "pushed", push: table.send(other) });
  await vi.advanceTimersByTimeAsync(0);
  expect(store.get().lines).toEqual(table.lines());
  stop();
});

test("while it watches, a gap that opens during an answer is filled soon after it", async () => {
  let once = true;
  const { table, store, catchUp } = screenOf(async (table, after) => {
    const answer = await answered(table, after);
    if (once && !answer.data.more) {
      once = false;
      table.send(other);
      store.dispatch({ type: "pushed", push: table.send(other) });
    }
    return answer;
  });
  const stop = catchUp.watch();
  table.send(other);
  store.dispatch({ type: "pushed", push: table.send(other) });
  await vi.advanceTimersByTimeAsync(0);
  expect(isBehind(store.get())).toBe(true);
  await vi.advanceTimersByTimeAsync(300);
  expect(store.get().lines).toEqual(table.lines());
  stop();
});

const endings = [
  undefined,
  { ok: false, code: "unexpected", requestId: "1" },
  { ok: false, code: "too-many", retryAfter: 1 },
  { ok: false, code: "not-found" },
] as const;
test.each(endings)(
  "once it is stopped it asks no more, whatever comes of what was under way: %j",
  async (refusal) => {
    const onGone = vi.fn();
    const { store, asked, catchUp } = screenOf(async (table, after) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return asked.length > 1 || !refusal ? answered(table, after) : refusal;
    }, onGone);
    const stop = catchUp.watch();
    void catchUp();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([3]);
    expect(onGone).not.toHaveBeenCalled();

    catchUp.watch();
    void catchUp();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lastNumber(store.get())).toBe(120);
  },
);

test("what calls while the server refuses waits for the time that it names", async () => {
  const { store, asked, catchUp } = screenOf(async (table, after) => {
    if (asked.length > 1) return answered(table, after);
    void catchUp();
    return { ok: false, code: "too-many", retryAfter: 2 };
  });
  await catchUp();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(asked).toEqual([3]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lastNumber(store.get())).toBe(120);
});
