import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRecount } from "#components/chat/frame/recount.ts";

const random = vi.spyOn(Math, "random");

beforeEach(() => {
  vi.useFakeTimers();
  random.mockReturnValue(0.5);
});
afterEach(() => vi.useRealTimers());

class Page extends EventTarget {
  hidden = false;
  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

/** A page that shows how many changes there were when it was last counted; an answer takes `takes` milliseconds. */
function pageOf({ takes = 0, refusals = [] }: { takes?: number; refusals?: number[] } = {}) {
  const started = Date.now();
  const times: number[] = [];
  const page = new Page();
  const seen = { changes: 0, shown: 0 };
  const recount = createRecount(async () => {
    times.push(Date.now() - started);
    const { changes } = seen;
    if (takes) await new Promise((resolve) => setTimeout(resolve, takes));
    const refused = refusals.shift();
    if (refused === undefined) seen.shown = changes;
    return refused;
  });
  const begin = () => recount.watch(page as unknown as Document);
  const stop = begin();
  const change = () => {
    seen.changes++;
    recount.soon();
  };
  return { page, times, seen, stop, begin, change };
}
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

test("the first change is counted soon, with those that come in the same breath", async () => {
  const { times, change, seen } = pageOf();
  change();
  await pass(100);
  change();
  await pass(10_000);
  expect(times).toEqual([250]);
  expect(seen.shown).toBe(2);
});

test("while more comes it is counted every two seconds, and once more after the last", async () => {
  const { times, change, seen } = pageOf();
  for (let message = 0; message < 100; message++) {
    change();
    await pass(50);
  }
  expect(times).toEqual([250, 2_250, 4_250]);
  await pass(10_000);
  expect(times).toEqual([250, 2_250, 4_250, 6_250]);
  expect(seen.shown).toBe(100);
});

test("after a while of rest a change is counted soon again", async () => {
  const { times, change } = pageOf();
  change();
  await pass(5_000);
  change();
  await pass(5_000);
  expect(times).toEqual([250, 5_250]);
});

test("it is counted once at a time, and again after an answer that may not know of what came meanwhile", async () => {
  const { times, change, seen } = pageOf({ takes: 3_000 });
  change();
  await pass(1_000);
  change();
  await pass(1_000);
  expect(times).toEqual([250]);
  await pass(10_000);
  expect(times).toEqual([250, 3_250]);
  expect(seen.shown).toBe(2);
});

test("pages out of sight take one to five seconds, each its own", async () => {
  const pages = [0, 0.5, 0.999].map((value) => {
    const it = pageOf();
    random.mockReturnValueOnce(value);
    it.page.turn(true);
    it.change();
    return it;
  });
  await pass(20_000);
  expect(pages.map(({ times }) => times)).toEqual([[1_000], [3_000], [4_996]]);
});

test("what waits out of sight is counted at once when it comes into sight, and not a second time", async () => {
  const { page, times, change, seen } = pageOf();
  page.turn(true);
  change();
  await pass(500);
  page.turn(false);
  await pass(0);
  expect(times).toEqual([500]);
  expect(seen.shown).toBe(1);
  await pass(20_000);
  expect(times).toEqual([500]);
});

test("coming into sight is no reason to count where nothing changed", async () => {
  const { page, times } = pageOf();
  page.turn(true);
  page.turn(false);
  await pass(20_000);
  expect(times).toEqual([]);
});

test("anyone who is told to wait counts after that time and not before, whatever comes or is looked at", async () => {
  const { page, times, change, seen } = pageOf({ refusals: [7_000] });
  change();
  await pass(1_000);
  change();
  page.turn(true);
  page.turn(false);
  await pass(6_000);
  expect(times).toEqual([250]);
  await pass(3_000);
  expect(times).toEqual([250, 7_250]);
  expect(seen.shown).toBe(2);
});

test("nothing is counted after the end, whatever waits or is under way, until it begins again", async () => {
  const waiting = pageOf();
  waiting.change();
  waiting.stop();
  const asking = pageOf({ takes: 1_000, refusals: [1_000] });
  asking.change();
  await pass(500);
  asking.change();
  asking.stop();
  asking.page.turn(false);
  const slow = pageOf({ takes: 3_000 });
  slow.change();
  await pass(500);
  slow.change();
  // The next count is due, and waits for the one that is under way.
  await pass(2_000);
  slow.stop();
  await pass(17_500);
  expect(waiting.times).toEqual([]);
  expect(asking.times).toEqual([250]);
  expect(slow.times).toEqual([250]);
  asking.begin();
  asking.change();
  await pass(5_000);
  expect(asking.times).toEqual([250, 20_750]);
  expect(asking.seen.shown).toBe(3);
});
