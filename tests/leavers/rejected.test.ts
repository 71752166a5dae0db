import { describe, expect, it } from "vitest";
import { NotFound } from "#lib/errors.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { openRejected } from "#lib/leavers/imports/rejected.ts";
import { decideRows } from "#lib/leavers/imports/rows.ts";
import { unzip } from "#tests/takeout/unzip.ts";
import { openDesk, table } from "./desk.ts";
import { apply, read, verdictsOf } from "./imported.ts";

const desk = openDesk();
const { database } = desk;

async function rejectedOf(importId: string): Promise<{ name: string; type: string; bytes: Buffer }> {
  const { name, type, body } = await openRejected(desk.yuki, importId);
  return { name, type, bytes: Buffer.from(await new Response(body).bytes()) };
}
const linesOf = (bytes: Buffer) => bytes.toString().split("\r\n");

describe("whom an import does not take", () => {
  it("are the rows of the file, with a column that says why, before it is written and after", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    const { name, type, bytes } = await rejectedOf(importId);
    expect([name, type]).toEqual(["leavers-ja-shift_jis-未取り込み.csv", "text/csv; charset=utf-8"]);
    const [head, ...rows] = linesOf(bytes);
    expect(head).toMatch(/^\ufeff社員番号,.*,理由$/);
    const told = rows.filter(Boolean).map((row) => `${row.split(",")[0]} ${row.split(",").at(-1)}`);
    expect(told).toEqual([
      "100008 退職日：存在しない日付です",
      "100012 退職日が入社日より前です",
      "100024 24行目の方とメールアドレスが同じです",
      "100026 26行目の方とメールアドレスが同じです",
      "100030 メールアドレスの形ではありません",
      "100034 退職日がありません",
      "100037 38行目の方と社員番号が同じです",
    ]);
    await apply(desk.yuki, importId);
    expect((await rejectedOf(importId)).bytes.equals(bytes)).toBe(true);
  });

  it("can be brought in once they are put right, in the viewer's language", async () => {
    await database.asOwner(
      "UPDATE users SET locale = 'en' WHERE id = (SELECT user_id FROM members WHERE id = $1)",
      [desk.yuki.memberId],
    );
    const importId = await read(
      desk.yuki,
      table(
        '1,佐藤,健,,,2001-04-01,2020-02-30,"=1+1, ""x""",sato@example.net',
        "2,鈴木,花子,,,,2020-03-31,,s@example.net",
      ),
    );
    await apply(desk.yuki, importId);
    const text = (await rejectedOf(importId)).bytes.toString();
    expect(text).toContain(`"'=1+1, ""x""",sato@example.net,Last day: There is no such date`);
    const again = await read(desk.yuki, text.replace("2020-02-30", "2020-02-29"));
    expect(await verdictsOf(desk.yuki, again)).toEqual({ READY: 1, NEW: 1 });
    await database.asOwner("UPDATE users SET locale = 'ja'");
  });

  it("of several files are a zip", async () => {
    const wrong = table("1,佐藤,健,,,,2020-02-30,,");
    const importId = await read(
      desk.yuki,
      wrong,
      wrong.replace("1,佐藤", "2,鈴木"),
      table("3,山田,一,,,,2020-03-31,,"),
    );
    const { name, type, bytes } = await rejectedOf(importId);
    expect([name, type]).toEqual(["未取り込み.zip", "application/zip"]);
    expect([...unzip(bytes).keys()]).toEqual(["1-未取り込み.csv", "2-未取り込み.csv"]);
  });

  it("are nobody where all are taken", async () => {
    const importId = await read(desk.yuki, table("3,山田,一,,,,2020-03-31,,"));
    await expect(openRejected(desk.yuki, importId)).rejects.toThrow(NotFound);
  });

  it("holds what HR left out, and says so", async () => {
    const importId = await read(desk.yuki, table("1,佐藤,健,,,,,,a@example.net"));
    await decideRows(desk.yuki, { importId, places: [1], decision: "LEAVE" });
    expect((await rejectedOf(importId)).bytes.toString()).toContain("取り込まないと決めました");
  });
});

describe("the purge", () => {
  const left = async () =>
    (await database.asOwner("SELECT FROM leaver_import_rows")).length +
    (await database.asOwner("SELECT FROM leaver_import_files")).length;

  it("keeps only the rows of whom was not taken, and these for a week", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    await apply(desk.yuki, importId);
    await purgeExpired();
    expect(await left()).toBe(8);
    await database.asOwner("UPDATE leaver_imports SET applied_at = now() - interval '8 days'");
    await purgeExpired();
    expect(await left()).toBe(0);
    expect(await database.asOwner("SELECT FROM leaver_import_changes")).toHaveLength(53);
    await database.asOwner("UPDATE leaver_imports SET applied_at = now() - interval '31 days'");
    await purgeExpired();
    expect(await database.asOwner("SELECT FROM leaver_import_changes")).toEqual([]);
  });

  it("ends an import that nobody looked at for a week", async () => {
    const importId = await read(desk.yuki, "leavers-ja-shift_jis.csv");
    await purgeExpired();
    expect(await verdictsOf(desk.yuki, importId)).toMatchObject({ READY: 1 });
    await database.asOwner("UPDATE leaver_imports SET started_at = now() - interval '8 days'");
    await purgeExpired();
    // What counts is when somebody last did something with it.
    expect(await verdictsOf(desk.yuki, importId)).toMatchObject({ READY: 1 });
    await database.asOwner("UPDATE leaver_imports SET touched_at = now() - interval '8 days'");
    await purgeExpired();
    const [row] = await database.asOwner("SELECT files::text FROM leaver_imports WHERE id = $1", [importId]);
    expect(row?.files).toContain("姓");
    expect(row?.files).not.toContain("東海林");
    expect([await left(), await verdictsOf(desk.yuki, importId)]).toEqual([0, { CANCELLED: 1 }]);
  });
});
