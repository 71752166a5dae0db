import { expect, it } from "vitest";
import { laneOf, Turns } from "#lib/realtime/turns.ts";
import { expectLog } from "#tests/support/console.ts";

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

it("work of one key waits for what came before it, work of another does not", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    await later(milliseconds);
    done.push(name);
  };
  await Promise.all([
    turns.run("a", work("a1", 30)),
    turns.run("a", work("a2", 0)),
    turns.run("b", work("b1", 5)),
  ]);
  expect(done).toEqual(["b1", "a1", "a2"]);
});

it("a failure is logged and holds up nobody", async () => {
  expectLog("error", /"type":"Error".*"msg":"work in turn failed"/);
  const turns = new Turns();
  const failing = turns.run("a", () => Promise.reject(new Error("broken")));
  let ran = false;
  await turns.run("a", async () => {
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
