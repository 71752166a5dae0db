import { expect, test } from "vitest";
import { singleFlight } from "#components/ui/single-flight.ts";

/** Work that goes on until `finish` is called. */
function slowWork() {
  const runs: PromiseWithResolvers<unknown>[] = [];
  const call = singleFlight(() => {
    const run = Promise.withResolvers<unknown>();
    runs.push(run);
    return run.promise;
  });
  return { runs, call };
}

test("what is called during a run becomes one more run after it", async () => {
  const { runs, call } = slowWork();
  const done = call();
  void call();
  void call();
  expect(runs).toHaveLength(1);
  runs[0]?.resolve(undefined);
  await expect.poll(() => runs).toHaveLength(2);
  runs[1]?.resolve(undefined);
  await done;
  expect(runs).toHaveLength(2);
});

test("a run that failed by its own account is not repeated for those who called during it", async () => {
  const { runs, call } = slowWork();
  const done = call();
  void call();
  runs[0]?.resolve(false);
  await done;
  expect(runs).toHaveLength(1);
  void call();
  expect(runs).toHaveLength(2);
});

test("after a run that threw there can be another", async () => {
  const { runs, call } = slowWork();
  const done = call();
  runs[0]?.reject(new Error("gone"));
  await expect(done).rejects.toThrow("gone");
  void call();
  expect(runs).toHaveLength(2);
});
