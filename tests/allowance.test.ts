import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Allowance } from "#lib/allowance.ts";
import { TooMany } from "#lib/errors.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("gives a burst, then so many a second, to each person their own", () => {
  const allowance = new Allowance({ burst: 3, perSecond: 2 });
  for (let taken = 0; taken < 3; taken++) allowance.take("sakura");
  expect(() => allowance.take("sakura")).toThrow(TooMany);
  allowance.take("kosaku");
  vi.advanceTimersByTime(1000);
  allowance.take("sakura");
  allowance.take("sakura");
  expect(() => allowance.take("sakura")).toThrow(TooMany);
  vi.advanceTimersByTime(3_600_000);
  for (let taken = 0; taken < 3; taken++) allowance.take("sakura");
  expect(() => allowance.take("sakura")).toThrow(TooMany);
});
