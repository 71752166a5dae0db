import { expect, test } from "vitest";
import { withViewer } from "#lib/auth/scopes.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { runDueTasks } from "#lib/work/running.ts";
import { startTask } from "#lib/work/tasks.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);

test("the member who started a task hears how far it is, on every screen; nobody else does", async () => {
  const sakura = await signIn(database, "sakura");
  const yuki = await signIn(database, "yuki");
  const screens = await Promise.all(
    [sakura, sakura, yuki].map(async ({ token }) => hear(await sidecar.connect({ token }), "task:progress")),
  );
  const viewer = await findViewer(sakura.account, "aoba");
  const taskId = await withViewer(viewer, (tx) => startTask(tx, viewer, { kind: "count", input: {} }));
  const step = async (_: unknown, { checkpoint }: { checkpoint: unknown }) => {
    const done = Number(checkpoint ?? 0) + 1;
    return { done, total: 2, checkpoint: done, finished: done === 2 };
  };
  await runDueTasks({ count: { step } }, new AbortController().signal);
  const told = [
    [{ taskId, state: "RUNNING", done: 1, total: 2 }],
    [{ taskId, state: "DONE", done: 2, total: 2 }],
  ];
  const [one, other, stranger] = screens;
  await eventually(() => expect([one, other]).toEqual([told, told]));
  expect(stranger).toEqual([]);
});
