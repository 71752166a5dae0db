import { describe, expect, it } from "vitest";
import { Invalid } from "#lib/errors.ts";
import { applyImport, undoImport } from "#lib/leavers/imports/applying.ts";
import { findImport, listImports } from "#lib/leavers/imports/imports.ts";
import { decideRows } from "#lib/leavers/imports/rows.ts";
import { viewerOf } from "#tests/support/people.ts";
import { openDesk, table } from "./desk.ts";
import { apply, consent, read, rowsOf, verdictsOf, work } from "./imported.ts";

const desk = openDesk();
const { database, leavers, numbered } = desk;

const sato = "1,佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,経理部,sato@example.net";
const suzuki = "2,鈴木,花子,スズキ,ハナコ,2003-04-01,2021-03-31,営業部,suzuki@example.net";

async function bring(...rows: string[]): Promise<string> {
  const importId = await read(desk.yuki, table(...rows));
  await apply(desk.yuki, importId);
  return importId;
}
const edit = (number: string, department: string) =>
  database.asOwner("UPDATE leavers SET department = $2, version = version + 1 WHERE number = $1", [
    number,
    department,
  ]);

describe("a record that a file says otherwise of", () => {
  it("is shown as what was and what will be, and follows; what it is found by follows too", async () => {
    await bring(sato, suzuki);
    const importId = await read(desk.yuki, table(sato.replace("経理部", "法務部"), suzuki));
    expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, CHANGED: 1, UNCHANGED: 1 });
    const [row] = await rowsOf(desk.yuki, importId, "CHANGED");
    expect(row).toMatchObject({ changes: { department: ["経理部", "法務部"] }, leaver: { number: "1" } });
    await apply(desk.yuki, importId);
    const changed = await numbered("1");
    expect(changed).toMatchObject({ department: "法務部", version: 2, family_name: "佐藤" });
    expect(changed.doc).toContain("法務部");
    expect(changed.doc).not.toContain("経理部");
    expect((await numbered("2")).version).toBe(1);
    expect((await listImports(desk.yuki))[0]).toMatchObject({ outcome: { added: 0, changed: 1 } });
  });

  it("loses nothing by an empty cell, nor what its text is made of", async () => {
    await bring(sato);
    const before = await numbered("1");
    const importId = await bring("1,佐藤,健,,,2001-04-01,2020-03-30,,");
    expect((await findImport(desk.yuki, importId)).counts).toMatchObject({ CHANGED: 1 });
    const after = await numbered("1");
    expect(after).toMatchObject({ left_on: "2020-03-30", mail: "sato@example.net", department: "経理部" });
    expect([after.family_name_kana, after.doc, after.sort_key]).toEqual([
      "さとう",
      before.doc && after.doc,
      before.sort_key,
    ]);
    expect(after.doc).toContain("さとうけん");
  });

  it("is left for HR to decide where somebody wrote in it after HR looked", async () => {
    await bring(sato, suzuki);
    const importId = await read(
      desk.yuki,
      table(sato.replace("経理部", "法務部"), suzuki.replace("営業部", "広報部")),
    );
    await edit("1", "総務部");
    await edit("2", "広報部");
    await apply(desk.yuki, importId);
    expect(await numbered("1")).toMatchObject({ department: "総務部", version: 2 });
    expect(await numbered("2")).toMatchObject({ department: "広報部", version: 2 });
    const [row, ...others] = await rowsOf(desk.yuki, importId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ verdict: "DECIDE", changes: { department: ["総務部", "法務部"] } });
    expect(row?.problems.map(({ reason }) => reason)).toEqual(["changed-since"]);
    expect((await listImports(desk.yuki))[0]?.outcome).toEqual({ added: 0, changed: 0 });
  });
});

describe("undoing", () => {
  it("takes back whom it made and what it changed", async () => {
    await bring(sato);
    const before = await numbered("1");
    const importId = await bring(sato.replace("経理部", "法務部"), suzuki);
    expect(await leavers()).toHaveLength(2);
    expect(await undoImport(desk.yuki, { importId })).toEqual({ removed: 1, restored: 1, left: 0 });
    const [only, ...others] = await leavers();
    expect(others).toEqual([]);
    expect({ ...only, version: 1, changed_at: before.changed_at }).toEqual(before);
    expect(await verdictsOf(desk.yuki, importId)).toMatchObject({ UNDONE: 1 });
    await expect(undoImport(desk.yuki, { importId })).rejects.toThrow(Invalid);
  });

  it("leaves those whose record somebody has changed since, and says how many", async () => {
    const importId = await bring(sato, suzuki);
    await edit("1", "総務部");
    expect(await undoImport(desk.yuki, { importId })).toEqual({ removed: 1, restored: 0, left: 1 });
    expect((await leavers()).map(({ number }) => number)).toEqual(["1"]);
  });

  it("is there for 30 days", async () => {
    const importId = await bring(sato);
    expect((await findImport(desk.yuki, importId)).undoUntil).not.toBeNull();
    await database.asOwner("UPDATE leaver_imports SET applied_at = applied_at - interval '30 days'");
    expect((await findImport(desk.yuki, importId)).undoUntil).toBeNull();
    await expect(undoImport(desk.yuki, { importId })).rejects.toThrow(Invalid);
    expect(await leavers()).toHaveLength(1);
  });

  it("knows nothing any more of somebody who was erased", async () => {
    await bring(sato);
    await bring(sato.replace("経理部", "法務部"));
    await database.asOwner("DELETE FROM leavers");
    expect(await database.asOwner("SELECT FROM leaver_import_changes")).toEqual([]);
  });
});

describe("two of HR at once", () => {
  it("bring the same people in once: the second is told that the records are not as they were shown", async () => {
    await database.asOwner(
      "UPDATE members SET role = 'HR_ADMIN' FROM users u WHERE u.id = user_id AND u.email LIKE 'sakura@%'",
    );
    const sakura = await viewerOf(database, "sakura", "aoba");
    const [first, second] = [await read(desk.yuki, table(sato)), await read(sakura, table(sato))];
    await applyImport(desk.yuki, { importId: first, ...consent });
    await applyImport(sakura, { importId: second, ...consent });
    await Promise.all([work(), work()]);
    expect(await leavers()).toHaveLength(1);
    const outcomes = (await listImports(desk.yuki)).map(({ outcome }) => outcome?.added);
    expect(outcomes.sort()).toEqual([0, 1]);
    await database.asOwner(
      "UPDATE members SET role = 'MEMBER' FROM users u WHERE u.id = user_id AND u.email LIKE 'sakura@%'",
    );
  });
});

it("one with an address and name, or a name and days, is the same without a number; with another number HR decides", async () => {
  await bring(sato, suzuki);
  const importId = await read(
    desk.yuki,
    table(
      ",佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,,",
      ",鈴木,花子,スズキ,ハナコ,,2021-03-31,企画部,suzuki@example.net",
      "3,佐藤,健,サトウ,ケン,2001-04-01,2024-03-31,,",
      "2,山田,花子,ヤマダ,ハナコ,2003-04-01,2021-03-31,,",
      "4,田中,一,タナカ,ハジメ,2010-04-01,2022-03-31,,sato@example.net",
    ),
  );
  const told = (await rowsOf(desk.yuki, importId)).map(
    ({ verdict, leaver, changes }) => `${verdict} ${leaver?.number} ${Object.keys(changes).sort()}`,
  );
  expect(told).toEqual([
    "UNCHANGED 1 ",
    "CHANGED 2 department",
    "DECIDE 1 leftOn,number",
    "DECIDE 2 familyName,familyNameKana",
    "DECIDE 1 familyName,familyNameKana,givenName,givenNameKana,joinedOn,leftOn,number",
  ]);
  await decideRows(desk.yuki, { importId, places: [3], decision: "TAKE" });
  await decideRows(desk.yuki, { importId, places: [4], decision: "MERGE" });
  await decideRows(desk.yuki, { importId, places: [5], decision: "LEAVE" });
  await apply(desk.yuki, importId);
  const names = (await leavers()).map(({ number, family_name }) => `${number} ${family_name}`);
  // Whoever comes first is changed once: 鈴木 became of another department, and 山田 waits.
  expect(names).toEqual(["1 佐藤", "2 鈴木", "3 佐藤"]);
});

it("somebody who is a member already is told of, and comes in", async () => {
  const [{ email } = { email: "" }] = await database.asOwner<{ email: string }>(
    "SELECT u.email FROM users u JOIN members m ON m.user_id = u.id WHERE m.id = $1",
    [desk.yuki.memberId],
  );
  const importId = await read(desk.yuki, table(sato.replace("sato@example.net", email)));
  const [row] = await rowsOf(desk.yuki, importId, "WARNED");
  expect(row).toMatchObject({ verdict: "NEW", problems: [{ reason: "already-member" }] });
});
