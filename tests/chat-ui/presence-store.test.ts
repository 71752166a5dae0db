import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPresenceStore } from "#components/chat/frame/presence-store.ts";
import { type Answer, offline } from "#components/live/live-request.ts";
import { idOf } from "./lines.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const [a, b, c] = [idOf(1), idOf(2), idOf(3)];

function storeWith(...here: string[]) {
  const asked: string[][] = [];
  const watch = vi.fn(async (memberIds: string[]): Promise<Answer<{ online: string[] }>> => {
    asked.push(memberIds);
    return { ok: true, data: { online: memberIds.filter((memberId) => here.includes(memberId)) } };
  });
  return { store: createPresenceStore(watch), asked, watch };
}
const online = ({ online }: ReturnType<typeof createPresenceStore>) => [...online()];

test("asks once for all that are asked for together", async () => {
  const { store, asked } = storeWith(b, c);
  store.add([a, b]);
  store.add([b, c]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.map((ids) => ids.toSorted())).toEqual([[a, b, c]]);
  expect(online(store).toSorted()).toEqual([b, c]);
});

test("asks nothing more for those who are watched already", async () => {
  const { store, asked } = storeWith(a);
  store.add([a, b]);
  await vi.advanceTimersByTimeAsync(100);
  store.add([b]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toHaveLength(1);
});

test("hears who comes and goes, of those watched", async () => {
  const { store } = storeWith(a);
  store.add([a, b]);
  await vi.advanceTimersByTimeAsync(100);
  store.told(b, true);
  store.told(a, false);
  store.told(c, true);
  expect(online(store)).toEqual([b]);
});

test("watches at most two hundred, those asked for last first", async () => {
  const { store, asked } = storeWith();
  store.add(Array.from({ length: 300 }, (_, index) => idOf(1_000 + index)));
  store.add([a]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked[0]).toHaveLength(200);
  expect(asked[0]?.[0]).toBe(a);
});

test("without a connection nobody is known to be here, and an answer that comes too late tells nothing", async () => {
  const { store, watch } = storeWith(a);
  store.add([a]);
  await vi.advanceTimersByTimeAsync(100);
  expect(online(store)).toEqual([a]);
  const late = store.ask();
  store.forget();
  await late;
  expect(online(store)).toEqual([]);
  await store.ask();
  expect(online(store)).toEqual([a]);
  watch.mockResolvedValueOnce(offline);
  await store.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(watch).toHaveBeenCalledTimes(4);
});

test("asks again where the server had no time", async () => {
  const { store, watch } = storeWith(a);
  watch.mockResolvedValueOnce({ ok: false, code: "too-many", retryAfter: 1 });
  store.add([a]);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(online(store)).toEqual([a]);
});
