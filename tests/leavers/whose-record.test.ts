import { expect, test } from "vitest";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { undoImport } from "#lib/leavers/imports/applying.ts";
import { openRejected } from "#lib/leavers/imports/rejected.ts";
import { decideRows, fixRow } from "#lib/leavers/imports/rows.ts";
import { typedLeaverSchema } from "#lib/leavers/record-input.ts";
import { mergeLeavers } from "#lib/leavers/writing.ts";
import { openDesk, table } from "./desk.ts";
import { apply, read, rowsOf, verdictsOf } from "./imported.ts";
import { addOne, today } from "./leavers.ts";
import { typedLeaver } from "./typed.ts";

// Whom an import takes somebody for, what was said of whom, and that nobody is lost between two.

const desk = openDesk();
const { database } = desk;
const nameless = (...rows: string[]) =>
  ["氏名,退職日,部署,個人メールアドレス", ...rows].join("\n").concat("\n");

test("a namesake with another address who left on the same day is asked about, and changes nobody", async () => {
  const first = nameless("田中 太郎,2020-03-31,営業部,a@example.com");
  await apply(desk.yuki, await read(desk.yuki, first));
  const other = await read(desk.yuki, nameless("田中 太郎,2020-03-31,開発部,b@example.com"));
  expect(await verdictsOf(desk.yuki, other)).toEqual({ READY: 1, DECIDE: 1 });
  // The same file again is the same person, by the address; without any, by the day.
  expect(await verdictsOf(desk.yuki, await read(desk.yuki, first))).toEqual({ READY: 1, UNCHANGED: 1 });
  const without = nameless("鈴木 花子,2019-03-31,営業部,");
  await apply(desk.yuki, await read(desk.yuki, without));
  expect(await verdictsOf(desk.yuki, await read(desk.yuki, without))).toEqual({ READY: 1, UNCHANGED: 1 });
});

test("of two who are said to be one leaver the first is written, and the second is given back", async () => {
  await apply(
    desk.yuki,
    await read(desk.yuki, table("1,佐藤,健,,,2001-04-01,2020-03-31,経理部,k@example.com")),
  );
  const importId = await read(
    desk.yuki,
    table(
      "8,田村,一,,,2002-04-01,2020-03-31,法務部,k@example.com",
      "9,佐藤,健,,,2001-04-01,2018-03-31,人事部,",
    ),
  );
  const places = (await rowsOf(desk.yuki, importId, "DECIDE")).map(({ place }) => place);
  expect(places).toEqual([1, 2]);
  await decideRows(desk.yuki, { importId, places, decision: "MERGE" });
  await apply(desk.yuki, importId);
  expect(await desk.leavers()).toMatchObject([{ family_name: "田村", department: "法務部" }]);
  const rest = await new Response((await openRejected(desk.yuki, importId)).body).text();
  expect(rest.split("\r\n").filter((line) => /^[89],/.test(line))).toEqual([
    expect.stringMatching(/^9,佐藤/),
  ]);
});

test("what was said of somebody is not said of whom they are taken for next", async () => {
  const like = await addOne(desk.yuki, {
    number: "71",
    familyName: "木村",
    givenName: "一",
    mail: "k@example.com",
  });
  const importId = await read(
    desk.yuki,
    table("8,田村,一,,,2002-04-01,2020-03-31,,k@example.com", "9,中村,二,,,2002-04-01,2020-02-30,,"),
  );
  await decideRows(desk.yuki, { importId, places: [1], decision: "MERGE" });
  await database.asOwner("DELETE FROM leavers WHERE id = $1", [like]);
  await addOne(desk.yuki, { number: "72", familyName: "上田", givenName: "三", mail: "k@example.com" });
  // Who gets the same address is looked at again, and those beside them.
  await fixRow(desk.yuki, {
    importId,
    place: 2,
    values: { left: "2020-02-29", privateMail: "k@example.com" },
  });
  expect((await rowsOf(desk.yuki, importId)).map(({ decision }) => decision)).toEqual([null, null]);
});

test("a record into which another went stays when the import that made it is undone", async () => {
  const other = await addOne(desk.yuki, { familyName: "佐藤", givenName: "健", mail: "old@example.com" });
  const importId = await read(desk.yuki, table("1,佐藤,健,,,2001-04-01,2020-03-31,経理部,k@example.com"));
  await apply(desk.yuki, importId);
  const kept = await desk.numbered("1");
  const typed = typedLeaverSchema.parse(
    typedLeaver({
      number: "1",
      familyName: "佐藤",
      givenName: "健",
      joinedOn: "2001-04-01",
      leftOn: "2020-03-31",
      department: "経理部",
      mail: "k@example.com",
      ground: "CONSENT",
      groundOn: "2026-04-01",
      groundDocument: "退職時の同意書",
    }),
  );
  const merged = { kept: { id: String(kept.id), version: 1 }, other: { id: other, version: 1 }, typed };
  // Somebody changes the other meanwhile: nothing is written, and its version is not taken for the kept one's.
  await database.asOwner("UPDATE leavers SET version = 2 WHERE id = $1", [other]);
  expect(await mergeLeavers(desk.yuki, merged, today)).toEqual({ outcome: "other-changed" });
  const again = { ...merged, other: { id: other, version: 2 } };
  expect(await mergeLeavers(desk.yuki, again, today)).toMatchObject({ outcome: "written" });
  expect(await undoImport(desk.yuki, { importId })).toMatchObject({ removed: 0, left: 1 });
  expect(await desk.leavers()).toMatchObject([{ number: "1", family_name: "佐藤" }]);
});

test("what stood in a file is nowhere any more once its import is over", async () => {
  const importId = await read(desk.yuki, table("1,珠洲城,健,,,2001-04-01,2020-03-31,経理部,k@example.com"));
  const files = async () =>
    (
      await database.asOwner<{ files: string }>("SELECT files::text FROM leaver_imports WHERE id = $1", [
        importId,
      ])
    )[0]?.files;
  expect(await files()).toContain("珠洲城");
  await apply(desk.yuki, importId);
  expect(await files()).not.toContain("珠洲城");
  expect(await files()).toContain("個人メールアドレス");
});

test("an import that could not be written is put away like one that waits", async () => {
  const importId = await read(desk.yuki, table("1,佐藤,健,,,2001-04-01,2020-03-31,経理部,k@example.com"));
  await database.asOwner(
    "UPDATE leaver_imports SET state = 'APPLYING', touched_at = now() - interval '8 days' WHERE id = $1",
    [importId],
  );
  await purgeExpired();
  expect(await verdictsOf(desk.yuki, importId)).toEqual({ CANCELLED: 1 });
});
