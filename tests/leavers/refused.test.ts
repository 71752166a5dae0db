import { beforeEach, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { expireLeavers } from "#lib/leavers/expiry.ts";
import { undoImport } from "#lib/leavers/imports/applying.ts";
import { eraseLeavers } from "#lib/leavers/selection.ts";
import { openDesk, table } from "./desk.ts";
import { apply, read, rowsOf, verdictsOf } from "./imported.ts";

const desk = openDesk();
const { database, leavers, numbered } = desk;

const sato = "1,佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,経理部,sato@example.net";
const suzuki = "2,鈴木,花子,スズキ,ハナコ,2003-04-01,2021-03-31,営業部,suzuki@example.net";

/** As their own link does it. */
const refuse = (number: string) =>
  database.asOwner("SELECT refuse_leaver(company_id, id) FROM leavers WHERE number = $1", [number]);
/** Makes somebody a member, as if by an invitation. */
async function join(number: string): Promise<void> {
  await database.asOwner(
    `WITH u AS (INSERT INTO users (id, email) VALUES ($1, $2) RETURNING id),
        m AS (INSERT INTO members (company_id, id, user_id, kind, status) SELECT $3, u.id, u.id, 'ALUMNUS', 'ACTIVE' FROM u)
      SELECT 1`,
    [newId(), `${newId()}@example.com`, desk.yuki.companyId],
  );
  await database.asOwner(
    "UPDATE leavers SET member_id = (SELECT id FROM members ORDER BY created_at DESC LIMIT 1) WHERE number = $1",
    [number],
  );
}

beforeEach(async () => {
  await database.asOwner("DELETE FROM leaver_refusals");
});

it("who refused is not taken in again by a file, by whichever of number, address or days they would be known", async () => {
  await apply(desk.yuki, await read(desk.yuki, table(sato, suzuki)));
  await refuse("1");
  for (const again of [
    sato,
    "9,佐藤,太郎,サトウ,タロウ,2001-04-01,2020-03-31,経理部,sato@example.net",
    "1,佐藤,健,サトウ,ケン,2001-05-01,2020-04-30,経理部,other@example.net",
    ",佐藤,健,サトウ,ケン,2001-04-01,2020-03-31,経理部,",
  ]) {
    const importId = await read(desk.yuki, table(again, suzuki));
    expect(await verdictsOf(desk.yuki, importId), again).toEqual({ READY: 1, ERROR: 1, UNCHANGED: 1 });
    expect((await rowsOf(desk.yuki, importId, "ERROR"))[0]?.problems).toContainEqual(
      expect.objectContaining({ kind: "error", reason: "refused" }),
    );
  }
});

it("who refuses after HR looked is not taken in either", async () => {
  await apply(desk.yuki, await read(desk.yuki, table(sato)));
  const importId = await read(desk.yuki, table(sato.replace("経理部", "法務部"), suzuki));
  expect(await verdictsOf(desk.yuki, importId)).toEqual({ READY: 1, CHANGED: 1, NEW: 1 });
  await refuse("1");
  await apply(desk.yuki, importId);
  expect((await leavers()).map(({ number }) => number)).toEqual(["2"]);
});

it("the record of a member outlasts undoing its import, HR's erasing and its time", async () => {
  const importId = await read(desk.yuki, table(sato, suzuki));
  await apply(desk.yuki, importId);
  await join("1");
  expect(
    await eraseLeavers(desk.yuki, { of: { ids: [String((await numbered("1")).id)] } }, "2026-12-01"),
  ).toBe(0);
  expect(await undoImport(desk.yuki, { importId })).toMatchObject({ removed: 1, left: 1 });
  await database.asOwner("UPDATE leavers SET created_at = now() - interval '5 years'");
  await expireLeavers();
  expect((await leavers()).map(({ number }) => number)).toEqual(["1"]);
});
