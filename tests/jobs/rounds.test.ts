import { expect, test, vi } from "vitest";
import { startRound } from "#lib/jobs/rounds.ts";
import { expectLog } from "#tests/support/console.ts";
import { eventually } from "#tests/support/eventually.ts";

test("work is done again and again, never twice at once, and an error ends nothing", async () => {
  expectLog("error", /"part":"work".*"type":"Error".*"msg":"a round failed"/);
  let done = 0;
  let busy = 0;
  const round = startRound("work", 0.01, async () => {
    busy += 1;
    expect(busy).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    busy -= 1;
    done += 1;
    if (done === 2) throw new Error("the database is away");
  });
  await eventually(() => expect(done).toBeGreaterThan(3), 5);
  await round.stop();
  const last = done;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(done).toBe(last);
});

test("stopping waits for what is being done, and not for the pause", async () => {
  let done = 0;
  const round = startRound("work", 60, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    done += 1;
  });
  await round.stop();
  expect(done).toBe(1);
  const pausing = startRound("work", 60, async () => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = performance.now();
  await pausing.stop();
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("a pause that is over leaves nothing behind", async () => {
  const added = vi.spyOn(EventTarget.prototype, "addEventListener");
  const removed = vi.spyOn(EventTarget.prototype, "removeEventListener");
  let done = 0;
  const round = startRound("work", 0.001, async () => {
    done += 1;
  });
  await eventually(() => expect(done).toBeGreaterThan(20), 5);
  await round.stop();
  expect(added.mock.calls.length).toBeGreaterThan(20);
  expect(removed.mock.calls).toHaveLength(added.mock.calls.length);
  added.mockRestore();
  removed.mockRestore();
});
