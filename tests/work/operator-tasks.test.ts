import { afterEach, expect, test } from "vitest";
import {
  cancelOperatorTask,
  type OperatorTaskRequest,
  TaskCancelled,
  TaskUnderWay,
  withOperatorTask,
} from "#lib/work/operator-tasks.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";

const database = openTestDatabase();
afterEach(() => database.asOwner("DELETE FROM long_work"));

const request = (rest: Partial<OperatorTaskRequest> = {}): OperatorTaskRequest => ({
  kind: "backup",
  operator: "koji@host",
  input: { file: "/a" },
  signal: new AbortController().signal,
  ...rest,
});
const row = async () =>
  (
    await database.asOwner("SELECT state, done, total, error, claim FROM long_work ORDER BY created_at DESC")
  )[0];
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const breakOff = () => reject(new Error("broken off"));
    if (signal.aborted) breakOff();
    signal.addEventListener("abort", breakOff);
  });

test("its row says how far it is, and that it is done", async () => {
  const result = await withOperatorTask(database.ownerUrl, request(), async ({ report, died }) => {
    expect(died).toBeNull();
    report(3, 10);
    await eventually(async () =>
      expect(await row()).toMatchObject({ state: "RUNNING", done: "3", total: "10" }),
    );
    report(10, 10);
    return "result";
  });
  expect(result).toBe("result");
  expect(await row()).toEqual({ state: "DONE", done: "10", total: "10", error: null, claim: null });
});

test("a second one of its kind is refused while its process lives", async () => {
  await withOperatorTask(database.ownerUrl, request(), async () => {
    const second = withOperatorTask(database.ownerUrl, request({ operator: "other" }), async () => {});
    const refusal = await second.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TaskUnderWay);
    expect(refusal).toMatchObject({ running: { operator: "koji@host", input: { file: "/a" } } });
  });
  await withOperatorTask(database.ownerUrl, request(), async () => {});
});

test("one whose process was killed is ended and told, and a new one begins", async () => {
  await database.asOwner(
    `INSERT INTO long_work (id, operator, kind, state, input, claim, lease_ends_at)
      VALUES (gen_random_uuid(), 'koji@host', 'backup', 'RUNNING', '{"file": "/left"}', gen_random_uuid(), now() - interval '1 second')`,
  );
  expect(await cancelOperatorTask(database.ownerUrl, "backup")).toBe(false);
  await withOperatorTask(database.ownerUrl, request(), async ({ died }) =>
    expect(died).toMatchObject({ operator: "koji@host", input: { file: "/left" } }),
  );
  const rows = await database.asOwner("SELECT state, error FROM long_work ORDER BY created_at");
  expect(rows).toEqual([
    { state: "FAILED", error: "its process died" },
    { state: "DONE", error: null },
  ]);
});

test("it ends when that is asked for, by the row or by the signal", async () => {
  const asked = withOperatorTask(database.ownerUrl, request(), async ({ signal }) => {
    expect(await cancelOperatorTask(database.ownerUrl, "backup")).toBe(true);
    await untilAborted(signal);
  });
  await expect(asked).rejects.toBeInstanceOf(TaskCancelled);
  expect(await row()).toMatchObject({ state: "CANCELLED" });
  expect(await cancelOperatorTask(database.ownerUrl, "backup")).toBe(false);

  const stopping = new AbortController();
  const stopped = withOperatorTask(
    database.ownerUrl,
    request({ signal: stopping.signal }),
    async ({ signal }) => {
      stopping.abort();
      await untilAborted(signal);
    },
  );
  await expect(stopped).rejects.toBeInstanceOf(TaskCancelled);
  expect(await row()).toMatchObject({ state: "CANCELLED" });
});

test("one that fails says why", async () => {
  const failing = withOperatorTask(database.ownerUrl, request(), async () => {
    throw new Error("no space");
  });
  await expect(failing).rejects.toThrow("no space");
  expect(await row()).toMatchObject({ state: "FAILED", error: "Error: no space" });
});

test("one that was taken for dead ends, and changes nothing of what took its place", async () => {
  const lost = withOperatorTask(database.ownerUrl, request(), async ({ signal }) => {
    await database.asOwner("UPDATE long_work SET claim = gen_random_uuid()");
    await untilAborted(signal);
  });
  await expect(lost).rejects.toThrow(/taken for dead/);
  expect(await row()).toMatchObject({ state: "RUNNING" });
});
