import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DatabaseAway } from "#lib/database-away.ts";
import { NotFound } from "#lib/errors.ts";
import { applyImport } from "#lib/leavers/imports/applying.ts";
import { importLeavers } from "#lib/leavers/imports/importing.ts";
import { cancelImport, findImport } from "#lib/leavers/imports/imports.ts";
import { runDueTasks, type Step, type TaskKind } from "#lib/work/running.ts";
import { expectLog } from "#tests/support/console.ts";
import { eventually } from "#tests/support/eventually.ts";
import { viewerOf } from "#tests/support/people.ts";
import { openDesk, table } from "./desk.ts";
import { apply, begin, consent, read, rowsOf, verdictsOf, work } from "./imported.ts";

const desk = openDesk();
const { database, leavers } = desk;
const forever = new AbortController().signal;

/** Of more people than a step stages. */
const many = table(
  ...Array.from({ length: 4_500 }, (_, n) => `${n},人${n},某,,,2001-04-01,2020-03-31,,p${n}@example.net`),
);
const few = table("1,佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,経理部,sato@example.net");
const incoming = () => globSync(join(database.uploads, "incoming", "*", "*"));
const stateOf = async (importId: string) => (await findImport(desk.yuki, importId)).state;

/** Runs the task, and does this at each step, before what the step asks for. */
function workWith(at: (step: Step, nth: number) => Step | Promise<Step>): Promise<void> {
  let nth = 0;
  const kind: TaskKind = {
    ...importLeavers,
    step: async (tx, task) => at(await importLeavers.step(tx, task), nth++),
  };
  return runDueTasks({ "leaver-import": kind }, forever);
}

/** A process that is killed leaves its row as it is, and its transaction undone. */
const die = (): never => {
  throw new DatabaseAway("killed", null);
};
const takeOver = () =>
  database.asOwner(
    "UPDATE long_work SET lease_ends_at = now() - interval '1 second' WHERE finished_at IS NULL",
  );

describe("another worker goes on where one died", () => {
  it("as it read the files", async () => {
    const importId = await begin(desk.yuki, few);
    const dying = workWith((step) => (step.outside ? { ...step, outside: async () => die() } : step));
    await expect(dying).rejects.toThrow();
    expect(await stateOf(importId)).toBe("READING");
    await takeOver();
    await work();
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 1 });
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it("as it staged people", async () => {
    const importId = await begin(desk.yuki, many);
    await expect(workWith((step, nth) => (nth === 4 ? die() : step))).rejects.toThrow();
    expect((await findImport(desk.yuki, importId)).task).toMatchObject({ done: 2000, total: 4500 });
    await takeOver();
    await work();
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 4500 });
    const places = (await rowsOf(desk.yuki, importId)).map(({ place }) => place);
    expect(places).toEqual(Array.from({ length: 4500 }, (_, index) => index + 1));
  });

  it("as it wrote: nothing of it was there", async () => {
    const importId = await read(desk.yuki, many);
    await applyImport(desk.yuki, { importId, ...consent });
    const dying = workWith((step) => {
      const { ending } = step;
      if (!ending) return step;
      return {
        ...step,
        ending: (tx, held) =>
          ending(tx, { ...held, report: (done) => (done > 6_000 ? die() : held.report(done)) }),
      };
    });
    await expect(dying).rejects.toThrow();
    expect([await leavers(), await stateOf(importId)]).toEqual([[], "APPLYING"]);
    await takeOver();
    await work();
    expect(await leavers()).toHaveLength(4500);
    expect(await stateOf(importId)).toBe("DONE");
  });
});

describe("cancelling", () => {
  const nothing = async (importId: string) => {
    expect(await stateOf(importId)).toBe("CANCELLED");
    for (const name of ["leaver_import_rows", "leaver_import_files", "leavers"])
      expect(await database.asOwner(`SELECT FROM ${name}`)).toEqual([]);
  };

  it("ends one that waits to be read", async () => {
    const importId = await begin(desk.yuki, few);
    await cancelImport(desk.yuki, { importId });
    await work();
    await nothing(importId);
    expect(incoming()).toEqual([]);
  });

  it("ends one as its files are read, by somebody else of HR too", async () => {
    const others =
      "UPDATE members SET role = $1::\"MemberRole\" FROM users u WHERE u.id = user_id AND u.email LIKE 'sakura@%'";
    await database.asOwner(others, ["HR_ADMIN"]);
    const sakura = await viewerOf(database, "sakura", "aoba");
    const importId = await begin(desk.yuki, few);
    await workWith((step) => {
      const { outside } = step;
      if (!outside) return step;
      return {
        ...step,
        outside: async (held) => {
          await outside(held);
          await cancelImport(sakura, { importId });
        },
      };
    });
    await database.asOwner(others, ["MEMBER"]);
    await nothing(importId);
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it("ends one as its people are staged, and takes its pieces away", async () => {
    const importId = await begin(desk.yuki, many);
    let cancelling: Promise<void> | undefined;
    await workWith((step, nth) => {
      // It waits for the step that is under way.
      if (nth === 3) cancelling = cancelImport(desk.yuki, { importId });
      return step;
    });
    await cancelling;
    await nothing(importId);
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it("ends one that is ready", async () => {
    const importId = await read(desk.yuki, few);
    await cancelImport(desk.yuki, { importId });
    await nothing(importId);
    await expect(cancelImport(desk.yuki, { importId: crypto.randomUUID() })).rejects.toThrow(NotFound);
  });

  it("of one that is written gives it back to be looked at, until it is written", async () => {
    const importId = await read(desk.yuki, many);
    await applyImport(desk.yuki, { importId, ...consent });
    await workWith((step) => {
      const { ending } = step;
      if (!ending) return step;
      return {
        ...step,
        ending: async (tx, held) => {
          await cancelImport(desk.yuki, { importId });
          await ending(tx, held);
        },
      };
    });
    expect(await leavers()).toEqual([]);
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, NEW: 4500 });
    await apply(desk.yuki, importId);
    expect(await leavers()).toHaveLength(4500);
  });
});

describe("an import that failed", () => {
  it("as it was read is over", async () => {
    expectLog("error", /a task failed/);
    const importId = await begin(desk.yuki, few);
    await workWith((step, nth) => {
      if (nth === 2) throw new Error("broken");
      return step;
    });
    expect(await findImport(desk.yuki, importId)).toMatchObject({ state: "FAILED", failed: true });
  });

  it("as it was written can be looked at and written again", async () => {
    expectLog("error", /a task failed/);
    const importId = await read(desk.yuki, few);
    await applyImport(desk.yuki, { importId, ...consent });
    await workWith(() => {
      throw new Error("broken");
    });
    expect(await findImport(desk.yuki, importId)).toMatchObject({ state: "READY", failed: true });
    await apply(desk.yuki, importId);
    expect(await stateOf(importId)).toBe("DONE");
  });
});
