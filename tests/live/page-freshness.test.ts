import { expect, test } from "vitest";
import { createFreshness } from "#components/live/page-freshness.ts";

function atTime() {
  let time = 0;
  const freshness = createFreshness(() => time);
  return {
    ...freshness,
    wait: (ms: number) => {
      time += ms;
    },
  };
}

test("a page that may have missed something is drawn again once, by however many of its parts it is wanted", () => {
  const { want, isDue, wait } = atTime();
  want();
  want();
  wait(60_000);
  expect([isDue(), isDue()]).toEqual([true, false]);
  wait(60_000);
  expect(isDue()).toBe(true);
});

test("not where nobody wants it any more", () => {
  const { want, isDue, wait } = atTime();
  wait(60_000);
  expect(isDue()).toBe(false);
  const [one, other] = [want(), want()];
  one();
  wait(60_000);
  expect(isDue()).toBe(true);
  other();
  wait(60_000);
  expect(isDue()).toBe(false);
});

test("also where another part has just come that wants it: what stood there before was not drawn by that", () => {
  const { want, isDue, wait } = atTime();
  want();
  wait(60_000);
  want();
  expect(isDue()).toBe(true);
});

test("not soon after it was drawn", () => {
  const { want, isDue, wait } = atTime();
  wait(60_000);
  want();
  wait(4_000);
  expect(isDue()).toBe(false);
  wait(2_000);
  expect(isDue()).toBe(true);
});
