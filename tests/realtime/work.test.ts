import { expect, test, vi } from "vitest";
import { withViewer } from "#lib/auth/scopes.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { runDueWork } from "#lib/work/running.ts";
import { startWork } from "#lib/work/work.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);

test("the member who asked for a work hears how far it is, on every screen; nobody else does", async () => {
  const sakura = await signIn(database, "sakura");
  const yuki = await signIn(database, "yuki");
  const screens = await Promise.all(
    [sakura, sakura, yuki].map(async ({ token }) => hear(await sidecar.connect({ token }), "work:progress")),
  );
  const viewer = await findViewer(sakura.account, "aoba");
  const workId = await withViewer(viewer, (tx) => startWork(tx, viewer, { kind: "count", input: {} }));
  const count = async (_: unknown, { checkpoint }: { checkpoint: unknown }) => {
    const done = Number(checkpoint ?? 0) + 1;
    return { done, total: 2, checkpoint: done, finished: done === 2 };
  };
  await runDueWork({ count }, new AbortController().signal);
  const told = [
    [{ workId, state: "RUNNING", done: 1, total: 2 }],
    [{ workId, state: "DONE", done: 2, total: 2 }],
  ];
  const [one, other, stranger] = screens;
  await vi.waitFor(() => expect([one, other]).toEqual([told, told]), { timeout: 5_000 });
  expect(stranger).toEqual([]);
});
