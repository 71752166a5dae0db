import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { eraseLeavers, groundLeavers, restoreGrounds, tagLeavers } from "#lib/leavers/selection.ts";
import { listLeaverRows } from "#lib/leavers/table.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addOne, today } from "./leavers.ts";

const database = openTestDatabase();
let hr: Viewer;
let ids: string[];

const all = (count: number, query = {}) => ({ query: leaverQuerySchema.parse(query), count });
const kept = () =>
  database.asOwner(
    "SELECT number, tags, ground, ground_on::text, ground_document, version FROM leavers ORDER BY number",
  );

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
});
beforeEach(async () => {
  await database.asOwner("DELETE FROM leavers");
  ids = [
    await addOne(hr, { number: "1", department: "経理部", tags: ["OB会"] }),
    await addOne(hr, {
      number: "2",
      department: "経理部",
      ground: "NOTICE",
      groundOn: "2020-01-01",
      groundDocument: "通知",
    }),
    await addOne(hr, { number: "3", department: "人事部" }),
  ];
});

it("a tag is given and taken, and undone by whom it changed", async () => {
  const changed = await tagLeavers(hr, { of: all(3), tag: "OB会", on: true }, today);
  expect(changed.sort()).toEqual(ids.slice(1).sort());
  expect((await kept()).map(({ tags }) => tags)).toEqual([["OB会"], ["OB会"], ["OB会"]]);
  expect(await tagLeavers(hr, { of: { ids: changed }, tag: "OB会", on: false }, today)).toHaveLength(2);
  expect((await kept()).map(({ tags, version }) => [tags, version])).toEqual([
    [["OB会"], 1],
    [[], 3],
    [[], 3],
  ]);
});

it("nobody has more than 20 tags", async () => {
  const [first = ""] = ids;
  for (let n = 0; n < 25; n++) await tagLeavers(hr, { of: { ids: [first] }, tag: `t${n}`, on: true }, today);
  expect((await kept())[0]?.tags).toHaveLength(20);
});

it("a ground is recorded of all who match, and undone", async () => {
  const before = await kept();
  const ground = { ground: "CONSENT", groundOn: "2026-11-01", groundDocument: "同意書" } as const;
  const was = await groundLeavers(hr, { of: all(2, { department: "経理部" }), ground }, today);
  expect((await kept()).map((one) => one.ground)).toEqual(["CONSENT", "CONSENT", null]);
  // Of whom somebody has recorded another ground since, that one stands.
  const other = { ground: "NOTICE", groundOn: null, groundDocument: null } as const;
  await groundLeavers(hr, { of: { ids: ids.slice(0, 1) }, ground: other }, today);
  await restoreGrounds(hr, { before: was, set: ground });
  expect((await kept()).map((one) => one.ground)).toEqual(["NOTICE", "NOTICE", null]);
  expect((await kept()).map((one) => one.ground_document)).toEqual([null, "通知", null]);
  await restoreGrounds(hr, { before: was, set: other });
  expect((await kept()).map(({ version, ...one }) => one)).toEqual(before.map(({ version, ...one }) => one));
  // What is recorded so already does not change.
  expect(
    await groundLeavers(
      hr,
      { of: { ids: ids.slice(2) }, ground: { ground: null, groundOn: null, groundDocument: null } },
      today,
    ),
  ).toEqual([]);
});

it("who is erased is in no table any more", async () => {
  const [first = ""] = ids;
  await database.asOwner(
    `WITH i AS (INSERT INTO leaver_imports (company_id, id, started_by_id) VALUES ($1, gen_random_uuid(), $2) RETURNING id)
      INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, after) SELECT $1, id, $3, '{}' FROM i`,
    [hr.companyId, hr.memberId, first],
  );
  expect(await eraseLeavers(hr, { of: { ids: [first] } }, today)).toBe(1);
  expect((await kept()).map(({ number }) => number)).toEqual(["2", "3"]);
  expect(await database.asOwner("SELECT FROM leaver_import_changes")).toEqual([]);
  expect(await eraseLeavers(hr, { of: all(2) }, today)).toBe(2);
});

it("nothing happens to others than HR was told of", async () => {
  await expect(eraseLeavers(hr, { of: all(2) }, today)).rejects.toThrow(Invalid);
  await expect(eraseLeavers(hr, { of: all(1, { q: "・" }) }, today)).rejects.toThrow(Invalid);
  expect(await kept()).toHaveLength(3);
});

it("a table has those who were chosen, or all who match", async () => {
  const numbers = async (of: Parameters<typeof listLeaverRows>[1]) =>
    (await listLeaverRows(hr, of, today)).map(({ number }) => number).sort();
  expect(await numbers({ ids: ids.slice(1) })).toEqual(["2", "3"]);
  expect(await numbers(all(0, { department: "経理部" }))).toEqual(["1", "2"]);
  expect(await numbers(all(0, { q: "・" }))).toEqual([]);
});

it("is HR's alone, and touches no other company's", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const rachel = await viewerOf(database, "rachel", "larkfield");
  await expect(eraseLeavers(sakura, { of: { ids } }, today)).rejects.toThrow(NotFound);
  for (const viewer of [{ ...sakura, role: "OWNER" as const }, rachel]) {
    expect(await eraseLeavers(viewer, { of: { ids } }, today)).toBe(0);
    expect(await tagLeavers(viewer, { of: { ids }, tag: "x", on: true }, today)).toEqual([]);
    expect(
      await groundLeavers(
        viewer,
        { of: { ids }, ground: { ground: "CONSENT", groundOn: today, groundDocument: null } },
        today,
      ),
    ).toEqual([]);
    expect(await listLeaverRows(viewer, { ids }, today)).toEqual([]);
  }
  expect(await kept()).toHaveLength(3);
});
