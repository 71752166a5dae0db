import { expect, it } from "vitest";
import { PresenceRoll } from "#lib/realtime/presence-roll.ts";

it("somebody is here while any sidecar has them", () => {
  const roll = new PresenceRoll();
  expect(roll.add("one", ["a", "b"], 100)).toEqual(["a", "b"]);
  expect(roll.add("two", ["b", "c"], 100)).toEqual(["c"]);
  expect(roll.remove("one", ["a", "b", "never"])).toEqual(["a"]);
  expect(["a", "b", "c"].map((key) => roll.has(key))).toEqual([false, true, true]);
  expect(roll.remove("two", ["b"])).toEqual(["b"]);
  expect(roll.remove("two", ["b"])).toEqual([]);
});

it("what a sidecar said counts until its time is over, unless it says so again", () => {
  const roll = new PresenceRoll();
  roll.add("dead", ["a", "b"], 100);
  roll.add("alive", ["b"], 100);
  roll.add("alive", ["b"], 200);
  expect(roll.expire(99)).toEqual([]);
  expect(roll.expire(100)).toEqual(["a"]);
  expect(roll.has("b")).toBe(true);
  expect(roll.expire(200)).toEqual(["b"]);
});
