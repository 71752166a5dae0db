import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { addFile } from "#lib/chat/files.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { NotFound, TooMany } from "#lib/errors.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import { makeTakeout } from "#lib/takeout/making.ts";
import { parts } from "#lib/takeout/parts.ts";
import { findTakeout, openTakeout, startTakeout } from "#lib/takeout/takeouts.ts";
import { runDueTasks, type Step, type TaskKind } from "#lib/work/running.ts";
import { cancelTask } from "#lib/work/tasks.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { kinds, makeOne, openOne, readyOf } from "./made.ts";

const database = openTestDatabase();
const forever = new AbortController().signal;
const stateOf = async (viewer: Viewer) => (await findTakeout(viewer)).task?.state;
const bytesOf = (viewer: Viewer, fileId: string) => join(database.uploads, viewer.companyId, fileId);

const incoming = () => globSync(join(database.uploads, "incoming", "**")).slice(1);
const zips = () =>
  globSync(bytesOf(sakura, "*")).filter((path) => readFileSync(path, "latin1").startsWith("PK"));

/** Makes it, and does this as soon as all is packed. */
function oncePacked(then: (signal: AbortSignal) => Promise<void>): TaskKind {
  return changed((step) => {
    const { outside } = step;
    if (!outside) return step;
    const packed = async (held: Parameters<typeof outside>[0]) => {
      await outside(held);
      await then(held.signal);
    };
    return { ...step, outside: packed };
  });
}
function changed(change: (step: Step) => Step): TaskKind {
  return { ...makeTakeout, step: async (tx, task) => change(await makeTakeout.step(tx, task)) };
}

let sakura: Viewer;
beforeEach(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
});
afterEach(async () => {
  await database.asOwner("DELETE FROM long_work");
  await database.asOwner("DELETE FROM takeouts");
  await database.asOwner("DELETE FROM rate_limits");
});

describe("a takeout", () => {
  it("is begun once at a time, whoever presses where, and five times a day", async () => {
    await Promise.all([1, 2, 3].map(() => startTakeout(sakura)));
    expect(await database.asOwner("SELECT kind, state FROM long_work")).toEqual([
      { kind: "takeout", state: "WAITING" },
    ]);
    for (let n = 1; n < 5; n++) {
      await runDueTasks(kinds, forever);
      await startTakeout(sakura);
    }
    await runDueTasks(kinds, forever);
    await expect(startTakeout(sakura)).rejects.toThrow(TooMany);
  });

  it("takes the place of the one before, whose link and bytes are gone", async () => {
    const first = await makeOne(sakura);
    const second = await makeOne(sakura);
    await expect(openTakeout(sakura, first)).rejects.toThrow(NotFound);
    await eventually(() => expect(existsSync(bytesOf(sakura, first))).toBe(false));
    expect(existsSync(bytesOf(sakura, second))).toBe(true);
    expect(await database.asOwner("SELECT id FROM files WHERE domain = 'TAKEOUT'")).toEqual([{ id: second }]);
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it("holds a part whole that is read in several steps", async () => {
    const before = (await makeOne(sakura).then(() => openOne(sakura))).data.looks?.length ?? 0;
    const yuki = await memberIdOf(database, "yuki", "aoba");
    await database.asOwner(
      `INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter, at, day)
        SELECT $1, gen_random_uuid(), $2, $3, 'LOOKED', 'RECORD', now() - make_interval(days => n), current_date - n FROM generate_series(1, 2001) n`,
      [sakura.companyId, yuki, sakura.memberId],
    );
    await makeOne(sakura);
    const { entries, data } = await openOne(sakura);
    expect(data.looks).toHaveLength(before + 2001);
    expect(String(entries.get("csv/looks.csv")).trimEnd().split("\r\n")).toHaveLength(before + 2002);
    await database.asOwner("DELETE FROM audit_entries");
  });

  it("is its member's alone: not another member's, not HR's, not another company's", async () => {
    const fileId = await makeOne(sakura);
    for (const [name, slug] of [
      ["kosaku", "aoba"],
      ["yuki", "aoba"],
      ["koji", "aoba"],
      ["hannah", "larkfield"],
    ] as const) {
      const other = await viewerOf(database, name, slug);
      await expect(openTakeout(other, fileId), name).rejects.toThrow(NotFound);
      for (const table of ["takeouts", "files WHERE domain = 'TAKEOUT'"])
        expect(await database.asViewer(other, `SELECT * FROM ${table}`)).toEqual([]);
    }
  });

  it("is no more once its seven days are over, its session has ended, or its member is suspended", async () => {
    const fileId = await makeOne(sakura);
    const { companyId, memberId } = sakura;
    const set = (status: string) =>
      database.asOwner(`UPDATE members SET status = '${status}' WHERE company_id = $1 AND id = $2`, [
        companyId,
        memberId,
      ]);
    await set("SUSPENDED");
    await expect(openTakeout(sakura, fileId)).rejects.toThrow(NotFound);
    await set("ACTIVE");
    (await openTakeout(sakura, fileId)).body.cancel();
    const elsewhere = await viewerOf(database, "sakura", "aoba");
    await database.asOwner("DELETE FROM sessions WHERE id = $1", [elsewhere.sessionId]);
    await expect(openTakeout(elsewhere, fileId)).rejects.toThrow(NotFound);
    await database.asOwner("UPDATE takeouts SET expires_at = now()");
    await expect(openTakeout(sakura, fileId)).rejects.toThrow(NotFound);
    expect((await findTakeout(sakura)).ready).toBeNull();
    await purgeExpired();
    expect(await database.asOwner("SELECT id FROM files WHERE domain = 'TAKEOUT'")).toEqual([]);
  });

  it("goes when its member leaves, also one that was being made", async () => {
    const leaver = await viewerOf(database, "chinatsu", "aoba");
    const before = zips();
    const fileId = await makeOne(leaver);
    await startTakeout(leaver);
    const packed = async () => {
      expect(incoming()).not.toEqual([]);
      await leaveCompany(leaver);
    };
    await runDueTasks({ takeout: oncePacked(packed) }, forever);
    await expect(openTakeout(leaver, fileId)).rejects.toThrow(NotFound);
    expect(await database.asOwner("SELECT id FROM files WHERE domain = 'TAKEOUT'")).toEqual([]);
    expect(incoming()).toEqual([]);
    expect(zips()).toEqual(before);
  });
});

describe("its worker", () => {
  /** Dies, as a process that is killed does, at the step of this number; `packed`: once that has packed. */
  function dying(at: number, packed = false): TaskKind {
    let nth = 0;
    return changed((step) => {
      if (nth++ !== at) return step;
      const { outside } = step;
      if (!packed || !outside) throw new DatabaseAway("killed", null);
      const die = async (held: Parameters<typeof outside>[0]) => {
        await outside(held);
        throw new DatabaseAway("killed", null);
      };
      return { ...step, outside: die };
    });
  }
  const takeOver = () => database.asOwner("UPDATE long_work SET lease_ends_at = now() - interval '1 second'");

  it("may be killed at any step: another one goes on, and nothing is there twice", async () => {
    await makeOne(sakura);
    const { data: whole } = await openOne(sakura);
    for (const at of [0, 3, 12]) {
      await startTakeout(sakura);
      await expect(runDueTasks({ takeout: dying(at) }, forever)).rejects.toThrow(DatabaseAway);
      await takeOver();
      await runDueTasks(kinds, forever);
      const { data } = await openOne(sakura);
      expect({ ...data, tasks: [], madeAt: "", sessions: [] }).toEqual({
        ...whole,
        tasks: [],
        madeAt: "",
        sessions: [],
      });
    }
  });

  it("that is killed when all was packed leaves it to be given", async () => {
    await startTakeout(sakura);
    await expect(runDueTasks({ takeout: dying(parts.length + 1, true) }, forever)).rejects.toThrow(
      DatabaseAway,
    );
    expect((await findTakeout(sakura)).ready).toBeNull();
    await takeOver();
    const outsides: unknown[] = [];
    const watched = changed((step) => {
      outsides.push(step.outside);
      return step;
    });
    await runDueTasks({ takeout: watched }, forever);
    expect(outsides).toEqual([undefined]);
    expect((await openOne(sakura)).data.account).toHaveLength(1);
  });

  it("begins anew where what was written is gone", async () => {
    await startTakeout(sakura);
    await expect(runDueTasks({ takeout: dying(9) }, forever)).rejects.toThrow(DatabaseAway);
    await takeOver();
    rmSync(join(database.uploads, "incoming"), { recursive: true });
    await runDueTasks(kinds, forever);
    expect(await stateOf(sakura)).toBe("DONE");
    expect((await openOne(sakura)).data.account).toHaveLength(1);
  });

  it("that dies over it again and again gives it up, and it can be tried again", async () => {
    await startTakeout(sakura);
    for (let n = 0; n < 7; n++) {
      await runDueTasks({ takeout: dying(n === 0 ? 18 : 0, true) }, forever).catch(() => {});
      // What it died over was not done.
      for (const file of globSync(join(database.uploads, sakura.companyId, "*"))) rmSync(file);
      await takeOver();
    }
    expect(await stateOf(sakura)).toBe("FAILED");
    await makeOne(sakura);
  });

  it("leaves nothing of one that its member has cancelled while it was dead", async () => {
    await startTakeout(sakura);
    await expect(runDueTasks({ takeout: dying(9) }, forever)).rejects.toThrow(DatabaseAway);
    expect(incoming()).not.toEqual([]);
    const { task } = await findTakeout(sakura);
    await cancelTask(sakura, task?.taskId ?? "");
    await takeOver();
    await runDueTasks(kinds, forever);
    expect(await stateOf(sakura)).toBe("CANCELLED");
    expect(incoming()).toEqual([]);
  });

  it("that cannot go on says so, and leaves nothing", async () => {
    expectLog("error", /a task failed/);
    await startTakeout(sakura);
    let nth = 0;
    const failing = changed((step) => {
      if (nth++ === 3) throw new Error("broken");
      return step;
    });
    await runDueTasks({ takeout: failing }, forever);
    expect(await stateOf(sakura)).toBe("FAILED");
    expect(nth).toBe(4);
    expect(incoming()).toEqual([]);
  });

  it("ends when its member wants it, and what was there before stays", async () => {
    const fileId = await makeOne(sakura);
    const before = zips();
    await startTakeout(sakura);
    const cancel = async (signal: AbortSignal) => {
      const { task } = await findTakeout(sakura);
      await cancelTask(sakura, task?.taskId ?? "");
      // As long as it takes until the lease is renewed.
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      signal.throwIfAborted();
    };
    await runDueTasks({ takeout: oncePacked(cancel) }, forever);
    expect(await stateOf(sakura)).toBe("CANCELLED");
    expect(await readyOf(sakura)).toBe(fileId);
    expect(incoming()).toEqual([]);
    expect(zips()).toEqual(before);
  });

  it("takes two files of one name, and names that break paths, each by itself", async () => {
    const other = await memberIdOf(database, "yuki", "aoba");
    const threadId = await openDirectThread(sakura, other);
    const names = [
      "資料.txt",
      "資料.txt",
      "../../x.txt",
      "👩‍🔬".repeat(60),
      `${"あ".repeat(119)}.txt`,
      "a:b?.txt",
    ];
    const files = [];
    for (const [nth, name] of names.entries())
      files.push((await addFile(sakura, threadId, { name, body: bodyOf(`file ${nth}`) })).id);
    await sendMessage(sakura, { threadId, clientId: crypto.randomUUID(), text: "=1+1", mentions: [], files });
    await makeOne(sakura);
    const { entries, data } = await openOne(sakura);
    const packed = (data.files ?? []).slice(-names.length);
    expect(packed.map(({ path }) => String(entries.get(String(path))))).toEqual(
      names.map((_, nth) => `file ${nth}`),
    );
    for (const path of entries.keys()) {
      expect(path).not.toMatch(/\.\.\/|\\|:/);
      expect(Buffer.byteLength(path.split("/").at(-1) ?? "")).toBeLessThan(255);
    }
    expect(String(entries.get("csv/messages.csv"))).toContain(",'=1+1\r\n");
    expect(data.messages).toContainEqual(expect.objectContaining({ text: "=1+1" }));
  });
});
