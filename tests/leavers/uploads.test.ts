import { globSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Invalid, NotFound, TooMany } from "#lib/errors.ts";
import { purgeFiles } from "#lib/files/purge.ts";
import { findImport, listImports, startImport } from "#lib/leavers/imports/imports.ts";
import { receiveImportFile } from "#lib/leavers/imports/uploads.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { viewerOf } from "#tests/support/people.ts";
import { listCompanyTables } from "#tests/tenancy/company-rows.ts";
import { openDesk, table } from "./desk.ts";
import { apply, begin, read, rowsOf, sample, verdictsOf, work } from "./imported.ts";

const desk = openDesk();
const { database } = desk;
const file = table("1,佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,経理部,sato@example.net");
const pieces = () => globSync(join(database.uploads, "incoming", "*", "*"));
const start = async (id: string) => startImport(desk.yuki, { files: [{ id, name: "a.csv" }] });

describe("a file that HR sends", () => {
  it("is theirs alone who sent it, and for an hour", async () => {
    const sakura = await viewerOf(database, "sakura", "aoba");
    await expect(receiveImportFile(sakura, bodyOf(file))).rejects.toThrow(NotFound);
    const id = await receiveImportFile(desk.yuki, bodyOf(file));
    await database.asOwner("UPDATE members SET role = 'OWNER' WHERE id = $1", [sakura.memberId]);
    const other = await viewerOf(database, "sakura", "aoba");
    await expect(startImport(other, { files: [{ id, name: "a.csv" }] })).rejects.toThrow(Invalid);
    await database.asOwner("UPDATE members SET role = 'MEMBER' WHERE id = $1", [sakura.memberId]);
    const old = new Date(Date.now() - 61 * 60 * 1000);
    for (const path of pieces()) utimesSync(path, old, old);
    await expect(start(id)).rejects.toThrow(Invalid);
    await purgeFiles(new Date(Date.now() + 61 * 60 * 1000));
    expect(pieces()).toEqual([]);
  });

  it("is refused empty, and cut short", async () => {
    await expect(receiveImportFile(desk.yuki, bodyOf())).rejects.toThrow(Invalid);
    await expect(receiveImportFile(desk.yuki, null)).rejects.toThrow(Invalid);
    const cut = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("gone")),
    });
    await expect(receiveImportFile(desk.yuki, cut)).rejects.toThrow(Invalid);
    expect(pieces()).toEqual([]);
  });

  it("is one of a hundred an hour", async () => {
    await receiveImportFile(desk.yuki, bodyOf(file));
    await database.asOwner("UPDATE rate_limits SET count = 100");
    await expect(receiveImportFile(desk.yuki, bodyOf(file))).rejects.toThrow(TooMany);
  });
});

it("one import of a member's is read at a time, and fifty a day", async () => {
  await begin(desk.yuki, file);
  await expect(begin(desk.yuki, file)).rejects.toThrow(Invalid);
  await work();
  await database.asOwner("UPDATE rate_limits SET count = 50");
  await expect(begin(desk.yuki, file)).rejects.toThrow(TooMany);
  expect(await listImports(desk.yuki)).toHaveLength(1);
});

it("a bomb, and what takes more memory than reading may, is a refused file and no dead worker", async () => {
  // Few bytes, and much to say of each row.
  const rows = Array.from({ length: 199_000 }, (_, n) => `${n},山？田,,x,y,1/1/99,2/2/99,〓部,no`);
  const importId = await read(desk.yuki, [table().trimEnd(), ...rows, ""].join("\n"));
  const { files, state } = await findImport(desk.yuki, importId);
  expect([state, files]).toEqual(["READY", [{ name: "1.csv", refused: "too-large" }]]);
  expect(await verdictsOf(desk.yuki, await read(desk.yuki, file))).toEqual({ READY: 1, NEW: 1 });
}, 300_000);

it("what must never be kept is in no table of the database, and in no piece", async () => {
  const before = new Set(pieces());
  const numbers = sample("freee.csv").toString();
  const [, first = ""] = /マイナンバー/.test(numbers) ? (/,(\d{12}),/.exec(numbers) ?? []) : [];
  expect(first).toMatch(/^\d{12}$/);
  const moved = "社員番号,姓,名,部署,マイナンバー,退職日\n1,佐藤,健,経理部,総務部,987654321098,2020-03-31\n";
  const importId = await read(desk.yuki, "freee.csv", moved);
  expect((await rowsOf(desk.yuki, importId, "ERROR")).flatMap(({ problems }) => problems)).toMatchObject([
    { reason: "unreadable" },
    { reason: "no-mail" },
    { reason: "too-many-cells" },
  ]);
  for (const step of ["shown", "written"]) {
    if (step === "written") await apply(desk.yuki, importId);
    const tables = [...(await listCompanyTables(database)).map(({ name }) => name), "mails", "pgboss.job"];
    for (const name of tables) {
      const held = await database.asOwner(`SELECT FROM ${name} t WHERE t::text ~ $1`, [
        `\\m(${first}|987654321098)\\M`,
      ]);
      expect([step, name, held.length]).toEqual([step, name, 0]);
    }
    // Tables of files are compressed.
    const { gunzipSync } = await import("node:zlib");
    const kept = await database.asOwner<{ cells: Buffer }>("SELECT cells FROM leaver_import_files");
    for (const { cells } of kept)
      expect(String(gunzipSync(cells))).not.toMatch(new RegExp(`${first}|987654321098`));
  }
  expect(pieces().filter((path) => !before.has(path))).toEqual([]);
});

it.each([
  ["characters that no database takes", table("1,佐\u0000藤,健\u0000,,,,2020-03-31,,a@example.net")],
  ["a number that is a formula, and quotes", table('"=""007""",佐藤,健,,,,2020-03-31,,')],
  ["nothing but headings", table()],
  ["a million commas", `${table("1,佐藤,健,,,,2020-03-31,,")}${",".repeat(1_000_000)}\n`],
])("a file of %s is read or refused", async (_, text) => {
  const importId = await read(desk.yuki, text);
  expect((await findImport(desk.yuki, importId)).state).toBe("READY");
  await apply(desk.yuki, importId);
  expect((await findImport(desk.yuki, importId)).state).toBe("DONE");
});
