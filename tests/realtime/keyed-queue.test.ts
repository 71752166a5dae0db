import { expect, it } from "vitest";
import { KeyedQueue, laneOf } from "#lib/realtime/keyed-queue.ts";
import { expectLog } from "#tests/support/console.ts";

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

it("work of one key waits for what came before it, work of another does not", async () => {
  const queue = new KeyedQueue();
  const done: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    await later(milliseconds);
    done.push(name);
  };
  await Promise.all([
    queue.run("a", work("a1", 30)),
    queue.run("a", work("a2", 0)),
    queue.run("b", work("b1", 5)),
  ]);
  expect(done).toEqual(["b1", "a1", "a2"]);
});

it("a failure is logged and holds up nobody", async () => {
  expectLog("error", /"type":"Error".*"msg":"a queued task failed"/);
  const queue = new KeyedQueue();
  const failing = queue.run("a", () => Promise.reject(new Error("broken")));
  let ran = false;
  await queue.run("a", async () => {
    ran = true;
  });
  await failing;
  expect(ran).toBe(true);
});

it("one thing is always in the same lane, and there are so many", () => {
  const ids = Array.from({ length: 400 }, () => crypto.randomUUID());
  expect(new Set(ids.map((id) => laneOf(id, 4))).size).toBe(4);
  for (const id of ids) expect(laneOf(id, 4)).toBe(laneOf(id, 4));
});
