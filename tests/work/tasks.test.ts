import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { NotFound } from "#lib/errors.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { runDueTasks, type TaskKind } from "#lib/work/running.ts";
import { cancelTask, findTask, listTasks, startTask } from "#lib/work/tasks.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const forever = new AbortController().signal;

let sakura: Viewer;
beforeEach(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
});
afterEach(() => database.asOwner("DELETE FROM long_work"));

const start = (viewer = sakura, kind = "count") =>
  withViewer(viewer, (tx) => startTask(tx, viewer, { kind, input: { upTo: 5 } }));

/** Counts in the feed up to what it was given, one a step, and notes in `seen` where each step began. */
function counting(seen: unknown[], atStep: (step: number) => Promise<void> | void = () => {}): TaskKind {
  const step: TaskKind["step"] = async (tx, { companyId, memberId, checkpoint }) => {
    const step = Number(checkpoint ?? 0);
    seen.push(checkpoint);
    const data = { companyId, memberId, id: crypto.randomUUID(), kind: "JOINED" as const };
    await tx.feedEvent.create({ data });
    await atStep(step);
    return { done: step + 1, total: 5, checkpoint: step + 1, finished: step + 1 === 5 };
  };
  return { step };
}

const countLines = async () =>
  (await database.asOwner("SELECT FROM feed_events WHERE member_id = $1", [sakura.memberId])).length;

describe("a task", () => {
  it("is done step by step, in the name of the one who asked, and says how far it is", async () => {
    const before = await countLines();
    const id = await start();
    expect(await findTask(sakura, id)).toMatchObject({ state: "WAITING", done: 0, total: null });
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen) }, forever);
    expect(seen).toEqual([null, 1, 2, 3, 4]);
    expect(await countLines()).toBe(before + 5);
    const [card] = await listTasks(sakura);
    expect(card).toMatchObject({ taskId: id, state: "DONE", done: 5, total: 5, ending: false });
    expect(card?.finishedAt).not.toBeNull();
  });

  it("is done once by many workers at the same time", async () => {
    const before = await countLines();
    for (let n = 0; n < 3; n++) await start();
    const seen: unknown[] = [];
    const kinds = { count: counting(seen) };
    await Promise.all([1, 2, 3, 4].map(() => runDueTasks(kinds, forever)));
    expect(seen).toHaveLength(15);
    expect(await countLines()).toBe(before + 15);
  });

  it("goes on where it was when its worker died, and what that one had not committed is done again", async () => {
    const before = await countLines();
    const id = await start();
    const death = new Error("killed");
    const dying = runDueTasks(
      {
        count: counting([], async (step) => {
          if (step < 2) return;
          // A process that is killed leaves its row as it is, and its transaction undone.
          await database.asOwner("SELECT 1");
          throw Object.assign(death, { code: "ECONNRESET" });
        }),
      },
      forever,
    );
    await expect(dying).rejects.toThrow("the database cannot be reached");
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen) }, forever);
    expect(seen).toEqual([]);
    expect(await findTask(sakura, id)).toMatchObject({ state: "RUNNING", done: 2 });

    await database.asOwner("UPDATE long_work SET lease_ends_at = now() - interval '1 second'");
    await runDueTasks({ count: counting(seen) }, forever);
    expect(seen).toEqual([2, 3, 4]);
    expect(await countLines()).toBe(before + 5);
    expect(await findTask(sakura, id)).toMatchObject({ state: "DONE", done: 5 });
  });

  it("is no more of a worker that was taken for dead: what that one does then is undone", async () => {
    const before = await countLines();
    const id = await start();
    const seen: unknown[] = [];
    await runDueTasks(
      {
        count: counting(seen, async (step) => {
          if (step === 1) await database.asOwner("UPDATE long_work SET claim = gen_random_uuid()");
        }),
      },
      forever,
    );
    expect(seen).toEqual([null, 1]);
    expect(await countLines()).toBe(before + 1);
    expect(await findTask(sakura, id)).toMatchObject({ state: "RUNNING", done: 1 });
  });

  it("that many workers died over is given up", async () => {
    const id = await start();
    await database.asOwner("UPDATE long_work SET attempts = 5");
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen) }, forever);
    expect(seen).toEqual([]);
    expect(await findTask(sakura, id)).toMatchObject({ state: "FAILED", error: "gave-up" });
  });

  it("that throws fails, and is not done again", async () => {
    expectLog("error", /a task failed/);
    const before = await countLines();
    const id = await start();
    await runDueTasks(
      {
        count: counting([], (step) => {
          if (step === 1) throw new Error("broken");
        }),
      },
      forever,
    );
    expect(await findTask(sakura, id)).toMatchObject({ state: "FAILED", error: "unexpected", done: 1 });
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen) }, forever);
    expect([seen, await countLines()]).toEqual([[], before + 1]);
  });

  it("that meets a deadlock is taken up again once its lease has run out", async () => {
    const id = await start();
    const deadlock = `DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`;
    let met = 0;
    const step: TaskKind["step"] = async (tx, work) => {
      if (met++ === 0) await tx.$executeRawUnsafe(deadlock);
      return counting([]).step(tx, work);
    };
    const kind = { step };
    await expect(runDueTasks({ count: kind }, forever)).rejects.toThrow();
    expect(await findTask(sakura, id)).toMatchObject({ state: "RUNNING", done: 0 });
    await database.asOwner("UPDATE long_work SET lease_ends_at = now() - interval '1 second'");
    await runDueTasks({ count: kind }, forever);
    expect(await findTask(sakura, id)).toMatchObject({ state: "DONE", done: 5 });
  });

  it("that has ended keeps nothing of what it was given, and is gone after 30 days", async () => {
    const ids = [await start(), await start()];
    await runDueTasks({ count: counting([]) }, forever);
    expect(await database.asOwner("SELECT DISTINCT input, checkpoint FROM long_work")).toEqual([
      { input: {}, checkpoint: null },
    ]);
    await database.asOwner("UPDATE long_work SET finished_at = now() - interval '31 days' WHERE id = $1", [
      ids[0],
    ]);
    const waiting = await start();
    await database.asOwner("UPDATE long_work SET created_at = now() - interval '31 days' WHERE id = $1", [
      waiting,
    ]);
    await purgeExpired();
    const left = (await listTasks(sakura)).map(({ taskId }) => taskId);
    expect(left.sort()).toEqual([ids[1], waiting].sort());
  });

  it("is left to another worker, after its step, by one that is asked to end", async () => {
    const id = await start();
    const ending = new AbortController();
    await runDueTasks({ count: counting([], () => ending.abort()) }, ending.signal);
    expect(await findTask(sakura, id)).toMatchObject({ state: "RUNNING", done: 1 });
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen) }, forever);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it("of a kind that this worker does not know waits for one that does", async () => {
    const id = await start(sakura, "other");
    await runDueTasks({ count: counting([]) }, forever);
    expect((await findTask(sakura, id)).state).toBe("WAITING");
  });
});

describe("cancelling", () => {
  it("ends a task after the step at which it is; what it did stays", async () => {
    const before = await countLines();
    const id = await start();
    await runDueTasks(
      {
        count: counting([], async (step) => {
          if (step === 1) await cancelTask(sakura, id);
        }),
      },
      forever,
    );
    expect(await findTask(sakura, id)).toMatchObject({ state: "CANCELLED", done: 2, ending: false });
    expect(await countLines()).toBe(before + 2);
  });

  it("ends one that waits at once, whatever its kind, and leaves one that has ended as it is", async () => {
    const id = await start(sakura, "other");
    await cancelTask(sakura, id);
    expect(await findTask(sakura, id)).toMatchObject({ state: "CANCELLED", ending: false });
    const done = await start();
    const seen: unknown[] = [];
    await runDueTasks({ count: counting(seen), other: counting(seen) }, forever);
    expect(seen).toHaveLength(5);
    await cancelTask(sakura, done);
    expect(await findTask(sakura, done)).toMatchObject({ state: "DONE", ending: false });
  });
});

describe("what a task has left outside of the database", () => {
  /** Notes what is to be taken away, beside what `atStep` does. */
  const leaving = (abandoned: unknown[], atStep?: (step: number) => Promise<void> | void): TaskKind => ({
    ...counting([], atStep),
    abandon: async ({ checkpoint }) => {
      abandoned.push(checkpoint);
    },
  });
  const takeOver = () => database.asOwner("UPDATE long_work SET lease_ends_at = now() - interval '1 second'");

  it("stays where the task is done, and where another worker has it", async () => {
    await start();
    const abandoned: unknown[] = [];
    await runDueTasks({ count: leaving(abandoned) }, forever);
    await start();
    const losing = leaving(abandoned, async (step) => {
      if (step === 1) await database.asOwner("UPDATE long_work SET claim = gen_random_uuid()");
    });
    await runDueTasks({ count: losing }, forever);
    expect(abandoned).toEqual([]);
  });

  it("goes when the task is cancelled, by the checkpoint that it had come to", async () => {
    const id = await start();
    const abandoned: unknown[] = [];
    const cancelled = leaving(abandoned, async (step) => {
      if (step === 1) await cancelTask(sakura, id);
    });
    await runDueTasks({ count: cancelled }, forever);
    expect(abandoned).toEqual([2]);
  });

  it("goes when the task fails, is given up, or its member may not go on", async () => {
    expectLog("error", /a task failed/);
    const abandoned: unknown[] = [];
    await start();
    const failing = leaving(abandoned, (step) => {
      if (step === 3) throw new Error("broken");
    });
    await runDueTasks({ count: failing }, forever);
    await start();
    await database.asOwner("UPDATE long_work SET attempts = 5, checkpoint = '4' WHERE finished_at IS NULL");
    await runDueTasks({ count: leaving(abandoned) }, forever);
    const suspend = (status: string) =>
      database.asOwner(`UPDATE members SET status = '${status}' WHERE id = $1`, [sakura.memberId]);
    await start();
    await runDueTasks(
      { count: leaving(abandoned, (step) => (step === 0 ? suspend("SUSPENDED").then() : undefined)) },
      forever,
    );
    await suspend("ACTIVE");
    expect(abandoned).toEqual([3, 4, 1]);
  });

  it("goes once more, by another worker, where the first was killed before the end was kept", async () => {
    const id = await start();
    const abandoned: unknown[] = [];
    const killed: TaskKind = {
      ...counting([], async (step) => {
        if (step === 1) await cancelTask(sakura, id);
      }),
      abandon: async ({ checkpoint }) => {
        abandoned.push(checkpoint);
        const holder = `SELECT pid FROM pg_locks WHERE relation = 'long_work'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()`;
        await database.asApp({}, `SELECT pg_terminate_backend(pid) FROM (${holder}) held`);
      },
    };
    await expect(runDueTasks({ count: killed }, forever)).rejects.toThrow(DatabaseAway);
    // A connection that was cut may be in the pool for a moment more.
    const found = await eventually(() => findTask(sakura, id));
    expect(found).toMatchObject({ state: "RUNNING", ending: true });
    await takeOver();
    await runDueTasks({ count: leaving(abandoned) }, forever);
    expect(abandoned).toEqual([2, 2]);
    expect(await findTask(sakura, id)).toMatchObject({ state: "CANCELLED" });
  });

  it("goes when the member leaves while a worker is at it, and what cannot be taken away holds up nothing", async () => {
    const abandoned: unknown[] = [];
    const gone = leaving(abandoned, async (step) => {
      if (step === 2) await database.asOwner("DELETE FROM long_work");
    });
    await start();
    await runDueTasks({ count: gone }, forever);
    expect(abandoned).toEqual([2]);
    expectLog("warn", /could not be removed/);
    const id = await start();
    const cancelled = counting([], () => cancelTask(sakura, id));
    const abandon = () => Promise.reject(new Error("no disk"));
    await runDueTasks({ count: { ...cancelled, abandon } }, forever);
    expect(await findTask(sakura, id)).toMatchObject({ state: "CANCELLED" });
  });
});

describe("access", () => {
  it("to a task is its member's alone", async () => {
    const id = await start();
    for (const other of [
      await viewerOf(database, "yuki", "aoba"),
      await viewerOf(database, "hannah", "larkfield"),
    ]) {
      await expect(findTask(other, id)).rejects.toThrow(NotFound);
      await expect(cancelTask(other, id)).rejects.toThrow(NotFound);
      expect(await listTasks(other)).toEqual([]);
    }
    expect((await findTask(sakura, id)).ending).toBe(false);
  });

  it("of a member that ends, ends their work before its next step", async () => {
    const before = await countLines();
    const id = await start();
    const suspend = (status: string) =>
      database.asOwner(`UPDATE members SET status = '${status}' WHERE id = $1`, [sakura.memberId]);
    await suspend("SUSPENDED");
    await runDueTasks({ count: counting([]) }, forever);
    await suspend("ACTIVE");
    expect(await findTask(sakura, id)).toMatchObject({ state: "FAILED", error: "access-ended" });
    expect(await countLines()).toBe(before);
  });

  it("to the functions of workers is proved by the claim, and the operator's are the owner's alone", async () => {
    const id = await start();
    await database.asOwner(
      "UPDATE long_work SET state = 'RUNNING', claim = gen_random_uuid(), lease_ends_at = now()",
    );
    const stranger = crypto.randomUUID();
    expect(await database.asApp({}, "SELECT * FROM enter_work($1, $2)", [id, stranger])).toEqual([]);
    const kept = "SELECT keep_work($1, $2, '1 minute', 9, 9, NULL) AS done";
    expect(await database.asApp({}, kept, [id, stranger])).toEqual([{ done: false }]);
    const finished = "SELECT finish_work($1, $2, 'DONE', NULL) AS done";
    expect(await database.asApp({}, finished, [id, stranger])).toEqual([{ done: false }]);
    for (const call of [
      "SELECT begin_operators_work(gen_random_uuid(), 'backup', 'me', '{}', '1 minute')",
      "SELECT cancel_operators_work('backup')",
      "SELECT claim FROM long_work",
      "SELECT checkpoint FROM long_work",
    ])
      await expect(database.asApp({}, call), call).rejects.toThrow("permission denied");
  });
});
